namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>
/// Neck, ears and face in head units: origin between the eyes, y down, face width about 100. The soft lights and shades are what
/// makes a face detector see a face in a flat drawing.
/// </summary>
internal static class HeadDrawing
{
    public static void AddNeck(SvgText svg, SamplePerson person)
    {
        var half = 0.56 * person.HalfWidth;
        svg.Add($"<path d='M {-half} 40 L {-half} 96 C {-half - 3} 108 {-half - 16} 114 {-half - 26} 118 L {half + 26} 118 C {half + 16} 114 {half + 3} 108 {half} 96 L {half} 40 Z' fill='url(#neck)'/>")
            .Add($"<path d='M {-half - 24} 117 Q 0 262 {half + 24} 117 Z' fill='{person.Skin}'/>");
    }

    public static void AddFace(SvgText svg, SamplePerson person)
    {
        var w = person.HalfWidth;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            svg.Add($"<ellipse cx='{side * 1.02 * w}' cy='8' rx='7.5' ry='14' fill='{person.Skin.Towards(person.Dark, 0.25)}'/>")
                .Add($"<path d='M {side * 1.05 * w} 0 q {side * 4.0} 7 {side * -1.0} 15' fill='none' stroke='{person.Dark}' stroke-width='1.6' opacity='0.55'/>");
        }

        svg.Add($"<path d='{Outline(person)}' fill='url(#face)'/>").Add($"<g clip-path='url(#face-edge)'>");
        AddShades(svg, w);
        AddLights(svg);
        if (person.Beard)
        {
            AddBeard(svg, person);
        }

        svg.Add($"<rect x='-70' y='-90' width='140' height='190' fill='url(#side-light)'/></g>");
    }

    /// <summary>Gradients and the clip path that <see cref="AddFace"/> and <see cref="AddNeck"/> refer to.</summary>
    public static void AddDefinitions(SvgText svg, SamplePerson person)
    {
        svg.Add($"<defs><clipPath id='face-edge'><path d='{Outline(person)}'/></clipPath>")
            .Add($"<radialGradient id='face' gradientUnits='userSpaceOnUse' cx='0' cy='8' r='86'><stop offset='0.35' stop-color='{person.Skin.Towards(person.Light, 0.35)}'/><stop offset='0.75' stop-color='{person.Skin}'/><stop offset='1' stop-color='{person.Skin.Towards(person.Dark, 0.45)}'/></radialGradient>")
            .Add($"<linearGradient id='neck' gradientUnits='userSpaceOnUse' x1='0' y1='62' x2='0' y2='122'><stop offset='0' stop-color='{person.Skin.Towards(person.Dark, 0.85)}'/><stop offset='0.55' stop-color='{person.Skin.Towards(person.Dark, 0.35)}'/><stop offset='1' stop-color='{person.Skin}'/></linearGradient>")
            .Add($"<linearGradient id='side-light' x1='{(person.Side < 0 ? 0 : 1)}' y1='0' x2='{(person.Side < 0 ? 1 : 0)}' y2='0'><stop offset='0' stop-color='#fff' stop-opacity='0.11'/><stop offset='0.45' stop-color='#fff' stop-opacity='0'/><stop offset='0.6' stop-color='#000' stop-opacity='0'/><stop offset='1' stop-color='#000' stop-opacity='0.2'/></linearGradient>");
        AddSoft(svg, "light", person.Light, 0.75);
        AddSoft(svg, "dark", person.Dark, 0.55);
        AddSoft(svg, "pink", person.Skin.Towards("d9605c", 0.6), 0.40);
        AddSoft(svg, "beard", person.Hair, 0.55);
        svg.Add($"</defs>");
    }

    private static string Outline(SamplePerson person)
    {
        var w = person.HalfWidth;
        var jaw = person.Jaw * w;
        return FormattableString.Invariant($"M 0 -74 C {0.66 * w:0.0} -74 {w:0.0} -50 {w:0.0} -6 C {w:0.0} 26 {jaw + 5:0.0} 46 {jaw:0.0} 61 C {jaw - 8:0.0} 76 {0.30 * w:0.0} 84 0 84 ")
            + FormattableString.Invariant($"C {-0.30 * w:0.0} 84 {8 - jaw:0.0} 76 {-jaw:0.0} 61 C {-jaw - 5:0.0} 46 {-w:0.0} 26 {-w:0.0} -6 C {-w:0.0} -50 {-0.66 * w:0.0} -74 0 -74 Z");
    }

    private static void AddLights(SvgText svg) =>
        svg.Add($"<ellipse cx='0' cy='-42' rx='40' ry='24' fill='url(#light)'/><ellipse cx='0' cy='14' rx='8' ry='26' fill='url(#light)'/>")
            .Add($"<ellipse cx='0' cy='76' rx='17' ry='11' fill='url(#light)'/>")
            .AddBothSides($"<ellipse cx='26' cy='26' rx='21' ry='16' fill='url(#light)'/><ellipse cx='28' cy='32' rx='19' ry='15' fill='url(#pink)'/>");

    private static void AddShades(SvgText svg, double w) =>
        svg.AddBothSides($"<ellipse cx='22.5' cy='-4' rx='20' ry='14' fill='url(#dark)'/><ellipse cx='9.5' cy='2' rx='6' ry='16' fill='url(#dark)'/><ellipse cx='{w}' cy='40' rx='20' ry='44' fill='url(#dark)'/>")
            .Add($"<ellipse cx='0' cy='37' rx='13' ry='5.5' fill='url(#dark)'/><ellipse cx='0' cy='65' rx='15' ry='5' fill='url(#dark)'/>");

    private static void AddBeard(SvgText svg, SamplePerson person)
    {
        var w = person.HalfWidth;
        svg.Add($"<ellipse cx='0' cy='76' rx='30' ry='15' fill='url(#beard)'/><ellipse cx='0' cy='44' rx='20' ry='5' fill='url(#beard)'/>")
            .AddBothSides($"<ellipse cx='{0.74 * w}' cy='56' rx='12' ry='26' fill='url(#beard)'/>");
    }

    private static void AddSoft(SvgText svg, string id, Rgb colour, double peak) =>
        svg.Add($"<radialGradient id='{id}'><stop offset='0' stop-color='{colour}' stop-opacity='{peak}'/><stop offset='0.5' stop-color='{colour}' stop-opacity='{0.62 * peak}'/><stop offset='1' stop-color='{colour}' stop-opacity='0'/></radialGradient>");
}
