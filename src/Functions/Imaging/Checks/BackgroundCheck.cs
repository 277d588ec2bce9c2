using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Imaging.Checks;

/// <summary>The strips above and beside the person: their colour, and how even it is.</summary>
internal static class BackgroundCheck
{
    private const double TopShare = 0.06;
    private const double SideShare = 0.07;
    private const double SideEnd = 0.45;
    private const double CrownHalfBand = 0.10;
    private const double CrownFilledShare = 0.25;
    private const double ForeignDistance = 16;

    public static BackgroundFacts Measure(WorkingImage picture, BackgroundRules rules)
    {
        var (width, height) = (picture.Width, picture.Height);
        var (top, side, end) = (Pixels(TopShare, height), Pixels(SideShare, width), Pixels(SideEnd, height));
        var (leftStrip, rightStrip) = (new Region(0, top, side, end), new Region(width - side, top, width, end));
        var lowStart = top + ((end - top) * 2 / 3);

        var above = ColourSample.Of(picture, new Region(0, 0, width, top));
        var (left, right) = (ColourSample.Of(picture, leftStrip), ColourSample.Of(picture, rightStrip));
        var low = ColourSample.Of(picture, leftStrip with { Top = lowStart }).With(ColourSample.Of(picture, rightStrip with { Top = lowStart }));
        var all = above.With(left).With(right);
        var median = all.Median;
        var lab = CieLab.Of(median);
        var nearest = rules.Colours.MinBy(colour => CieDe2000.Between(lab, CieLab.Of(colour)))!;
        return new BackgroundFacts
        {
            Median = median,
            Nearest = nearest,
            Distance = CieDe2000.Between(lab, CieLab.Of(nearest)),
            Spread = all.SpreadAround(lab),
            LeftToRight = Difference(left, right),
            TopToBottom = Difference(above, low),
            Crown = CrownOf(picture, lab),
        };
    }

    private static double Difference(ColourSample one, ColourSample other) =>
        CieDe2000.Between(CieLab.Of(one.Median), CieLab.Of(other.Median));

    // The first row of the middle that is not background any more; plain distance, for it only separates hair from blue.
    private static int? CrownOf(WorkingImage picture, Lab background)
    {
        var pixels = RgbPixel.Of(picture);
        var (from, to) = ((int)(picture.Width * (0.5 - CrownHalfBand)), (int)(picture.Width * (0.5 + CrownHalfBand)));
        for (var y = 0; y < picture.Height / 2; y++)
        {
            var foreign = 0;
            foreach (ref readonly var pixel in pixels.Slice((y * picture.Width) + from, to - from))
            {
                var lab = CieLab.Of(in pixel);
                var (l, a, b) = (lab.L - background.L, lab.A - background.A, lab.B - background.B);
                foreign += (l * l) + (a * a) + (b * b) > ForeignDistance * ForeignDistance ? 1 : 0;
            }

            if (foreign >= (to - from) * CrownFilledShare)
            {
                return y;
            }
        }

        return null;
    }

    private static int Pixels(double share, int whole) => Math.Max(1, (int)(share * whole));
}
