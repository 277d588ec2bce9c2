namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>Light that falls on the face where it should not, in head units.</summary>
internal static class LightDrawing
{
    public static void Add(SvgText svg, PortraitFault fault)
    {
        switch (fault)
        {
            case PortraitFault.Glare:
                AddSpot(svg, 0, -34, 36, 17);
                svg.AddBothSides($"<ellipse cx='27' cy='30' rx='16' ry='15' fill='#fff'/>");
                break;
            case PortraitFault.SlightGlare:
                AddSpot(svg, 0, -34, 30, 11);
                break;
            case PortraitFault.SideLight:
                svg.Add($"<linearGradient id='lamp' x1='0' y1='0' x2='1' y2='0'><stop offset='0.3' stop-color='#000' stop-opacity='0'/><stop offset='0.75' stop-color='#000' stop-opacity='0.62'/></linearGradient>")
                    .Add($"<ellipse cx='0' cy='6' rx='58' ry='82' fill='url(#lamp)'/>");
                break;
            default:
                break;
        }
    }

    private static void AddSpot(SvgText svg, double x, double y, double halfWidth, double halfHeight) =>
        svg.Add($"<ellipse cx='{x}' cy='{y}' rx='{halfWidth}' ry='{halfHeight}' fill='#fff'/>");
}
