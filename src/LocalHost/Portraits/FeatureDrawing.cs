namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>Eyes, brows, nose, mouth and glasses, in head units. Without drawn eyes no detector finds an eye.</summary>
internal static class FeatureDrawing
{
    public static void Add(SvgText svg, SamplePerson person)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            AddEye(svg, person, side);
            AddBrow(svg, person, side);
        }

        AddNose(svg, person);
        AddMouth(svg, person);
    }

    public static void AddGlasses(SvgText svg, SamplePerson person)
    {
        var (x, top) = (person.EyeX, 1 - (person.LensHeight / 2));
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            svg.Add($"<rect x='{(side * x) - 17.5}' y='{top}' width='35' height='{person.LensHeight}' rx='10' fill='#fff' fill-opacity='0.05' stroke='#26211f' stroke-width='2'/>")
                .Add($"<path d='M {side * (x + 17.5)} -3 L {side * 0.99 * person.HalfWidth} -2' stroke='#26211f' stroke-width='2'/>");
        }

        svg.Add($"<path d='M {17.5 - x} -2 Q 0 -6 {x - 17.5} -2' fill='none' stroke='#26211f' stroke-width='2'/>");
    }

    private static void AddEye(SvgText svg, SamplePerson person, int side)
    {
        var x = side * person.EyeX;
        svg.Add($"<clipPath id='eye{side + 1}'><path d='M -11.75 1 Q -5 -6.6 1 -6 Q 8 -5.4 11.75 -0.5 Q 5 6.2 -1 6 Q -8 5.6 -11.75 1 Z'/></clipPath>")
            .Add($"<g transform='translate({x} 0) scale({side} 1)'><g clip-path='url(#eye{side + 1})'><rect x='-13' y='-8' width='26' height='16' fill='#f4efe9'/>")
            .Add($"<circle r='5.9' cy='-0.4' fill='{person.Iris}'/><circle r='2.6' cy='-0.4' fill='#0c0908'/><circle cx='{1.8 * side}' cy='-2.2' r='1.2' fill='#fff'/>")
            .Add($"<path d='M -12 -1 Q -5 -6.6 1 -6 Q 8 -5.4 12 -2 L 12 -8 L -12 -8 Z' fill='#000' opacity='0.25' transform='translate(0 1.6)'/></g>")
            .Add($"<path d='M -11.75 1 Q -5 -6.6 1 -6 Q 8 -5.4 12.4 -1' fill='none' stroke='#1c1210' stroke-width='2.3' stroke-linecap='round'/>")
            .Add($"<path d='M -9.5 3.6 Q -1 7.6 10 2' fill='none' stroke='{person.Dark}' stroke-width='0.9' opacity='0.7'/>")
            .Add($"<path d='M -10.5 -5 Q 0 -11.5 11.5 -5.5' fill='none' stroke='{person.Dark}' stroke-width='1' opacity='0.45'/></g>");
    }

    private static void AddBrow(SvgText svg, SamplePerson person, int side) =>
        svg.Add($"<path transform='translate({side * person.EyeX} {person.BrowY}) scale({side} 1)' d='M -13.5 3.6 Q -14 0.4 -12.5 -0.4 Q 2 -5.4 14.5 2.6 Q 3 -1.6 -13.5 3.6 Z' fill='{person.Hair.Towards("1b1512", 0.45)}' opacity='0.92'/>");

    private static void AddNose(SvgText svg, SamplePerson person) =>
        svg.AddBothSides($"<path d='M 8.2 25 Q 12.6 29 10.2 34 Q 8 36 6 34.6' fill='none' stroke='{person.Dark}' stroke-width='1.5' opacity='0.75' stroke-linecap='round'/>")
            .AddBothSides($"<ellipse cx='4.8' cy='34' rx='2.7' ry='1.5' fill='{person.Dark.Towards("200c08", 0.5)}' transform='rotate(-12 4.8 34)'/>");

    private static void AddMouth(SvgText svg, SamplePerson person)
    {
        var lower = person.Lips.Towards(person.Light, 0.18);
        svg.Add($"<path d='M -17 53 Q -8 48.6 -3.4 48.2 Q 0 49.8 3.4 48.2 Q 8 48.6 17 53 Q 0 55 -17 53 Z' fill='{person.Lips}'/>")
            .Add($"<path d='M -16 53.2 Q 0 55 16 53.2 Q 9 60.6 0 60.6 Q -9 60.6 -16 53.2 Z' fill='{lower}'/>")
            .Add($"<path d='M -17.5 52.6 Q -8 54.4 0 53.6 Q 8 54.4 17.5 52.6' fill='none' stroke='{person.Lips.Towards("200808", 0.65)}' stroke-width='1.5' stroke-linecap='round'/>");
    }
}
