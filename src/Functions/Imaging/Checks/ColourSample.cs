using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Imaging.Checks;

/// <summary>Colours of a region, each the mean of 3×3 pixels, of which every second one in both directions is taken.</summary>
internal sealed class ColourSample
{
    private const int Step = 2;
    private const double SpreadShare = 0.9;
    private readonly RgbPixel[] _colours;

    private ColourSample(RgbPixel[] colours) => _colours = colours;

    public RgbColour Median
    {
        get
        {
            Span<int> red = stackalloc int[256], green = stackalloc int[256], blue = stackalloc int[256];
            foreach (var colour in _colours)
            {
                red[colour.Red]++;
                green[colour.Green]++;
                blue[colour.Blue]++;
            }

            return new RgbColour(Middle(red), Middle(green), Middle(blue));
        }
    }

    public static ColourSample Of(WorkingImage picture, Region region)
    {
        var inside = region.Within(picture.Width, picture.Height);
        if (inside.IsEmpty)
        {
            return new ColourSample([]);
        }

        var pixels = RgbPixel.Of(picture);
        var colours = new RgbPixel[((inside.Height + Step - 1) / Step) * ((inside.Width + Step - 1) / Step)];
        var next = 0;
        for (var y = inside.Top; y < inside.Bottom; y += Step)
        {
            var above = Row(pixels, picture, Math.Max(y - 1, 0));
            var middle = Row(pixels, picture, y);
            var below = Row(pixels, picture, Math.Min(y + 1, picture.Height - 1));
            for (var x = inside.Left; x < inside.Right; x += Step)
            {
                colours[next++] = MeanAround(x, above, middle, below);
            }
        }

        return new ColourSample(colours);
    }

    public ColourSample With(ColourSample other) => new([.. _colours, .. other._colours]);

    /// <summary>Nine tenths of the colours are no further from it than this, in CIEDE2000.</summary>
    public double SpreadAround(Lab centre)
    {
        // A background has far fewer colours than pixels, and the formula is dear.
        var distances = _colours.CountBy(colour => colour)
            .Select(pair => (Distance: CieDe2000.Between(CieLab.Of(pair.Key), centre), Count: pair.Value))
            .OrderBy(pair => pair.Distance);
        var left = (int)((_colours.Length - 1) * SpreadShare);
        return distances.First(pair => (left -= pair.Count) < 0).Distance;
    }

    private byte Middle(ReadOnlySpan<int> counts)
    {
        var left = _colours.Length / 2;
        var value = 0;
        while (value < byte.MaxValue && left >= counts[value])
        {
            left -= counts[value++];
        }

        return (byte)value;
    }

    private static ReadOnlySpan<RgbPixel> Row(ReadOnlySpan<RgbPixel> pixels, WorkingImage picture, int y) =>
        pixels.Slice(y * picture.Width, picture.Width);

    private static RgbPixel MeanAround(int x, ReadOnlySpan<RgbPixel> above, ReadOnlySpan<RgbPixel> middle, ReadOnlySpan<RgbPixel> below)
    {
        int red = 0, green = 0, blue = 0;
        for (var dx = -1; dx <= 1; dx++)
        {
            var at = Math.Clamp(x + dx, 0, middle.Length - 1);
            red += above[at].Red + middle[at].Red + below[at].Red;
            green += above[at].Green + middle[at].Green + below[at].Green;
            blue += above[at].Blue + middle[at].Blue + below[at].Blue;
        }

        return new RgbPixel((byte)((red + 4) / 9), (byte)((green + 4) / 9), (byte)((blue + 4) / 9));
    }
}
