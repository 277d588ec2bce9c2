using QRCoder;

namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>What stands behind, or in place of, the person.</summary>
internal static class SceneDrawing
{
    public static void AddBackground(SvgText svg, SplitMix64 random, PortraitFault fault)
    {
        var colour = random.Pick(Palette.Backgrounds);
        if (fault == PortraitFault.WhiteBackground)
        {
            colour = Palette.WhiteBackground;
        }

        if (fault == PortraitFault.PaleBackground)
        {
            colour = Palette.PaleBackground;
        }

        var fill = $"{colour}";
        if (fault is PortraitFault.GradientBackground or PortraitFault.SoftGradient)
        {
            var (light, dark) = fault == PortraitFault.GradientBackground ? (0.65, 0.5) : (0.42, 0.32);
            svg.Add($"<linearGradient id='slope' gradientUnits='userSpaceOnUse' x1='0' y1='0' x2='300' y2='400'><stop offset='0' stop-color='{colour.Towards("ffffff", light)}'/><stop offset='1' stop-color='{colour.Towards("000000", dark)}'/></linearGradient>");
            fill = "url(#slope)";
        }

        if (fault == PortraitFault.ShadedSide)
        {
            svg.Add($"<linearGradient id='shade' gradientUnits='userSpaceOnUse' x1='0' y1='0' x2='300' y2='0'><stop offset='0' stop-color='{colour.Towards("ffffff", 0.2)}'/><stop offset='1' stop-color='{colour.Towards("000000", 0.14)}'/></linearGradient>");
            fill = "url(#shade)";
        }

        svg.Add($"<rect x='-600' y='-800' width='1500' height='2000' fill='{fill}'/>");
    }

    /// <summary>The shadow that a flash throws on a wall close behind the head.</summary>
    public static void AddShadow(SvgText svg, double x, double y, double scale) =>
        svg.Add($"<g transform='translate({x + 66} {y + 16}) scale({1.06 * scale})' fill='#0a1a30' opacity='0.5'><ellipse cx='0' cy='0' rx='84' ry='104'/><path d='M -30 60 L 30 60 L 40 110 L 132 172 L 144 420 L -144 420 L -132 172 L -40 110 Z'/></g>");

    public static void AddLandscape(SvgText svg, SplitMix64 random)
    {
        svg.Add($"<linearGradient id='sky' x1='0' y1='0' x2='0' y2='1'><stop offset='0' stop-color='#5aa7e0'/><stop offset='1' stop-color='#dff0fa'/></linearGradient>")
            .Add($"<rect x='-600' y='-800' width='1500' height='2000' fill='#5aa7e0'/><rect x='-600' width='1500' height='230' fill='url(#sky)'/>")
            .Add($"<circle cx='{random.Between(60, 240)}' cy='{random.Between(50, 90)}' r='22' fill='#fff4c8'/>");
        foreach (var (colour, top) in (ReadOnlySpan<(string, double)>)[("#8fa9b8", 170), ("#6c8f86", 200), ("#4f7a52", 232)])
        {
            svg.Add($"<path d='M -60 260");
            for (var x = -60; x <= 360; x += 70)
            {
                svg.Add($"Q {x + 35} {top - random.Between(0, 55)} {x + 70} {top + random.Between(-6, 16)}");
            }

            svg.Add($"L 420 300 L -60 300 Z' fill='{colour}'/>");
        }

        svg.Add($"<rect x='-600' y='268' width='1500' height='90' fill='#3f7fae'/><rect x='-600' y='345' width='1500' height='900' fill='#7d9a4d'/>");
        for (var wave = 0; wave < 24; wave++)
        {
            svg.Add($"<rect x='{random.Between(0, 280)}' y='{random.Between(274, 338)}' width='{random.Between(8, 34)}' height='1.4' fill='#a9d0e6' opacity='0.6'/>");
        }
    }

    /// <summary>A capture code on its card. The text inside is an invented address that leads nowhere.</summary>
    public static void AddQrCard(SvgText svg, SplitMix64 random)
    {
        svg.Add($"<rect x='-600' y='-800' width='1500' height='2000' fill='#b9b2a6'/><g transform='rotate({random.Between(-3, 3)} 150 200)'>")
            .Add($"<rect x='40' y='70' width='220' height='270' rx='8' fill='#fdfdfb'/><rect x='70' y='306' width='160' height='8' rx='4' fill='#9aa0a6'/><rect x='100' y='322' width='100' height='6' rx='3' fill='#c3c7cb'/>");
        using var code = QRCodeGenerator.GenerateQrCode($"https://sample.invalid/capture/{random.Next():x16}", QRCodeGenerator.ECCLevel.M);
        var module = 200.0 / code.ModuleMatrix.Count;
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
        {
            for (var column = 0; column < code.ModuleMatrix.Count; column++)
            {
                if (code.ModuleMatrix[row][column])
                {
                    svg.Add($"<rect x='{50 + (column * module)}' y='{90 + (row * module)}' width='{module + 0.1}' height='{module + 0.1}' fill='#101010'/>");
                }
            }
        }

        svg.Add($"</g>");
    }
}
