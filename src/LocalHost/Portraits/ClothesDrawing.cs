namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>Shoulders and collar, in head units; they stay upright when the head leans.</summary>
internal static class ClothesDrawing
{
    public static void Add(SvgText svg, SamplePerson person)
    {
        var (neck, cloth) = (0.56 * person.HalfWidth, person.Clothes);
        var (seam, depth) = (cloth.Towards("000000", 0.35), person.Cut switch { ClothesCut.VNeck => 168, ClothesCut.Suit => 186, _ => 140 });
        var middle = person.Cut is ClothesCut.VNeck or ClothesCut.Suit ? $"L 0 {depth} L" : $"Q 0 {depth} ";
        svg.Add($"<linearGradient id='cloth' gradientUnits='userSpaceOnUse' x1='0' y1='100' x2='0' y2='260'><stop offset='0' stop-color='{cloth.Towards("ffffff", 0.07)}'/><stop offset='1' stop-color='{cloth}'/></linearGradient>");
        if (person.Cut == ClothesCut.Suit)
        {
            svg.Add($"<path d='M {-neck - 12} 110 L 0 138 L {neck + 12} 110 L {neck + 20} 240 L {-neck - 20} 240 Z' fill='#eceae6'/>");
        }

        svg.Add($"<path d='M {-neck - 10} 109 C {-neck - 40} 122 -116 134 -132 172 L -144 420 L 144 420 L 132 172 C 116 134 {neck + 40} 122 {neck + 10} 109 {middle} {-neck - 10} 109 Z' fill='url(#cloth)'/>")
            .AddBothSides($"<path d='M 96 190 Q 88 250 92 420' fill='none' stroke='{seam}' stroke-width='2.4' opacity='0.6'/>");
        switch (person.Cut)
        {
            case ClothesCut.Crew:
                svg.Add($"<path d='M {-neck - 10} 109 Q 0 140 {neck + 10} 109' fill='none' stroke='{seam}' stroke-width='5'/>");
                break;
            case ClothesCut.VNeck:
                svg.Add($"<path d='M {-neck - 10} 109 L 0 168 L {neck + 10} 109' fill='none' stroke='{seam}' stroke-width='5' stroke-linejoin='round'/>");
                break;
            case ClothesCut.Turtleneck:
                svg.Add($"<path d='M {-neck - 5} 84 Q 0 100 {neck + 5} 84 L {neck + 12} 122 Q 0 142 {-neck - 12} 122 Z' fill='{cloth.Towards("ffffff", 0.10)}'/>")
                    .Add($"<path d='M {-neck - 11} 119 Q 0 138 {neck + 11} 119' fill='none' stroke='{seam}' stroke-width='2.5'/>");
                break;
            default:
                AddSuit(svg, person, neck);
                break;
        }
    }

    /// <summary>As of a scarf or a bag's strap: one side is blue.</summary>
    public static void AddBlueHalf(SvgText svg, SamplePerson person) =>
        svg.Add($"<path d='M 16 150 L {(0.56 * person.HalfWidth) + 40} 120 C 116 134 132 172 132 172 L 144 420 L 16 420 Z' fill='{Palette.BlueClothes}'/>");

    private static void AddSuit(SvgText svg, SamplePerson person, double neck)
    {
        var lapel = person.Clothes.Towards("ffffff", 0.12);
        svg.AddBothSides($"<path d='M {neck + 2} 104 L 3 134 L {neck - 6} 150 L {neck + 14} 116 Z' fill='#f7f6f3' stroke='#d2cfc9' stroke-width='1'/>")
            .AddBothSides($"<path d='M {neck + 14} 108 L 0 188 L 14 214 L {neck + 34} 160 L {neck + 24} 152 L {neck + 36} 134 Z' fill='{lapel}' stroke='{person.Clothes.Towards("000000", 0.4)}' stroke-width='1.2'/>");
        svg.Add($"<path d='M -5 136 L 5 136 L 8 182 L 0 188 L -8 182 Z' fill='#6d2430'/>");
    }
}
