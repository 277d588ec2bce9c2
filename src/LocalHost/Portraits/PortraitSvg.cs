namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>Composes the whole drawing on a canvas of 300 × 400 units.</summary>
internal static class PortraitSvg
{
    public static string Draw(SplitMix64 random, PortraitFault fault, int width, int height)
    {
        var svg = new SvgText();
        // On a canvas of another shape the person stands on the lower edge and the background fills the rest.
        svg.Add($"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' viewBox='0 0 300 400' preserveAspectRatio='xMidYMax meet'>");
        switch (fault)
        {
            case PortraitFault.NoFace:
                SceneDrawing.AddLandscape(svg, random);
                break;
            case PortraitFault.QrCode:
                SceneDrawing.AddQrCard(svg, random);
                break;
            case PortraitFault.TwoHeads:
                SceneDrawing.AddBackground(svg, random, fault);
                AddPerson(svg, SamplePerson.Invent(random), "a-", 80, 190, 0.66, random.Between(-3, 3));
                AddPerson(svg, SamplePerson.Invent(random), "b-", 222, 195, 0.66, random.Between(-3, 3));
                break;
            default:
                AddPortrait(svg, random, fault);
                break;
        }

        return svg.Add($"</svg>").ToString();
    }

    private static void AddPortrait(SvgText svg, SplitMix64 random, PortraitFault fault)
    {
        SceneDrawing.AddBackground(svg, random, fault);
        var person = SamplePerson.Invent(random);
        if (fault == PortraitFault.BlueClothes)
        {
            person = person with { Clothes = Palette.BlueClothes };
        }

        var (x, y) = (150 + random.Between(-6, 6), 156 + random.Between(-5, 5));
        var (scale, roll) = (random.Between(1.06, 1.14), random.Between(-1.5, 1.5));
        if (fault == PortraitFault.TinyHead)
        {
            (y, scale) = (268, 0.36);
        }

        if (fault == PortraitFault.LowHead)
        {
            y += 44;
        }

        if (fault == PortraitFault.SlightlyTiltedHead)
        {
            roll = 7 * person.Side;
        }

        if (fault == PortraitFault.TiltedHead)
        {
            roll = 15 * person.Side;
        }

        if (fault == PortraitFault.ShadowBackground)
        {
            SceneDrawing.AddShadow(svg, x, y, scale);
        }

        AddPerson(svg, person, "", x, y, scale, roll, fault);
        if (fault == PortraitFault.SmallSecondHead)
        {
            AddPerson(svg, SamplePerson.Invent(random), "b-", 52, 268, 0.34, 0);
        }
    }

    private static void AddPerson(
        SvgText svg,
        SamplePerson person,
        string key,
        double x,
        double y,
        double scale,
        double rollDegrees,
        PortraitFault fault = PortraitFault.None)
    {
        var part = new SvgText();
        HeadDrawing.AddDefinitions(part, person);
        part.Add($"<g transform='translate({x} {y}) scale({1.06 * scale})'><g transform='rotate({rollDegrees} 0 90)'>");
        HairDrawing.AddBack(part, person);
        part.Add($"</g>");
        HeadDrawing.AddNeck(part, person);
        ClothesDrawing.Add(part, person);
        if (fault == PortraitFault.PartlyBlueClothes)
        {
            ClothesDrawing.AddBlueHalf(part, person);
        }

        part.Add($"<g transform='rotate({rollDegrees} 0 90)'>");
        HeadDrawing.AddFace(part, person);
        FeatureDrawing.Add(part, person);
        HairDrawing.AddFront(part, person);
        if (person.Glasses)
        {
            FeatureDrawing.AddGlasses(part, person);
        }

        LightDrawing.Add(part, fault);
        part.Add($"</g></g>");

        // Two people in one drawing need their own gradients.
        var own = part.ToString().Replace("url(#", $"url(#{key}", StringComparison.Ordinal).Replace("id='", $"id='{key}", StringComparison.Ordinal);
        svg.Add($"{own}");
    }
}
