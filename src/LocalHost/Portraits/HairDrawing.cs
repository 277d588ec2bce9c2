namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>Hair behind and in front of the head, in head units.</summary>
internal static class HairDrawing
{
    public static void AddBack(SvgText svg, SamplePerson person)
    {
        var (w, back) = (person.HalfWidth, person.Hair.Towards("000000", 0.25));
        switch (person.HairStyle)
        {
            case HairStyle.Long:
                svg.Add($"<path d='M 0 -90 C {1.05 * w} -92 {1.34 * w} -40 {1.26 * w} 20 C {1.2 * w} 80 {1.46 * w} 120 {1.3 * w} 168 L {-1.3 * w} 168 C {-1.46 * w} 120 {-1.2 * w} 80 {-1.26 * w} 20 C {-1.34 * w} -40 {-1.05 * w} -92 0 -90 Z' fill='{back}'/>");
                break;
            case HairStyle.Bob:
                svg.Add($"<path d='M 0 -90 C {1.1 * w} -92 {1.36 * w} -40 {1.3 * w} 20 C {1.3 * w} 60 {1.34 * w} 74 {1.1 * w} 88 L {-1.1 * w} 88 C {-1.34 * w} 74 {-1.3 * w} 60 {-1.3 * w} 20 C {-1.36 * w} -40 {-1.1 * w} -92 0 -90 Z' fill='{back}'/>");
                break;
            case HairStyle.Bun:
                svg.Add($"<ellipse cx='0' cy='-88' rx='24' ry='12' fill='{person.Hair}'/><path d='M -16 -91 Q 0 -99 17 -90' fill='none' stroke='#fff' stroke-width='2' opacity='0.12'/>");
                break;
        }
    }

    public static void AddFront(SvgText svg, SamplePerson person)
    {
        var (w, line) = (person.HalfWidth, person.Hairline);
        var inner = person.HairStyle switch
        {
            HairStyle.Bob => Inner($"L {0.97 * w} 14 C {0.9 * w} -4 {0.86 * w} -22 {0.78 * w} {person.Fringe} Q 0 {person.Fringe - 5} {-0.78 * w} {person.Fringe} C {-0.86 * w} -22 {-0.9 * w} -4 {-0.97 * w} 14"),
            HairStyle.Long => Inner($"L {1.0 * w} 52 C {0.94 * w} 20 {0.98 * w} -24 {0.62 * w} -40 C {0.4 * w} -50 {0.1 * w} {line} 0 -72 C {-0.1 * w} {line} {-0.4 * w} -50 {-0.62 * w} -40 C {-0.98 * w} -24 {-0.94 * w} 20 {-1.0 * w} 52"),
            HairStyle.SideParted => Inner($"L {0.97 * w} -4 C {0.95 * w} -22 {0.9 * w} -34 {0.8 * w} -42 C {0.4 * w} {line + 8} {0.05 * w} {line + 6} {-0.42 * w} {line - 8} C {-0.62 * w} {line + 2} {-0.9 * w} -38 {-0.96 * w} -4"),
            HairStyle.Bun => Inner($"L {1.0 * w} -2 C {0.95 * w} -30 {0.62 * w} {line - 2} 0 {line - 4} C {-0.62 * w} {line - 2} {-0.95 * w} -30 {-1.0 * w} -2"),
            _ => Inner($"L {0.98 * w} -6 C {0.95 * w} -26 {0.86 * w} -36 {0.74 * w} {line + 6} Q {0.5 * w} {line - 2} {0.25 * w} {line + 1} Q 0 {line + 4} {-0.3 * w} {line - 1} Q {-0.55 * w} {line} {-0.74 * w} {line + 6} C {-0.86 * w} -36 {-0.95 * w} -26 {-0.98 * w} -6"),
        };
        var low = person.HairStyle switch { HairStyle.Bob => 40, HairStyle.Long => 70, _ => 2 };
        svg.Add($"<g transform='scale({person.Side} 1)'>")
            .Add($"<path d='M {-1.05 * w} {low} C {-1.2 * w} -48 {-0.8 * w} -90 0 -90 C {0.8 * w} -90 {1.2 * w} -48 {1.05 * w} {low} {inner} Z' fill='{person.Hair}'/>")
            .Add($"<path d='M {-0.78 * w} -52 Q {-0.4 * w} -80 {0.2 * w} -80' fill='none' stroke='{person.Hair.Towards("ffffff", 0.5)}' stroke-width='5' stroke-linecap='round' opacity='0.14'/>")
            .Add($"<path d='M {-0.86 * w} -36 Q {-0.6 * w} -66 {-0.1 * w} -72' fill='none' stroke='#000' stroke-width='1.2' opacity='0.2'/>")
            .Add($"</g>");
    }

    private static string Inner(FormattableString path) => new SvgText().Add(path).ToString().TrimEnd();
}
