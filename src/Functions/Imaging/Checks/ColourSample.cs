using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Imaging.Checks;

/// <summary>Colours of some regions, each the mean of 3×3 pixels, of which every second one in both directions is taken.</summary>
internal sealed class ColourSample(WorkingImage picture)
{
    private const int Step = 2;
    private const double SpreadShare = 0.9;
    private readonly List<(byte Red, byte Green, byte Blue)> _colours = new(16_384);

    public RgbColour Median
    {
        get
        {
            Span<int> red = stackalloc int[256], green = stackalloc int[256], blue = stackalloc int[256];
            foreach (var (r, g, b) in _colours)
            {
                red[r]++;
                green[g]++;
                blue[b]++;
            }

            return new RgbColour(Middle(red), Middle(green), Middle(blue));
        }
    }

    public ColourSample Add(Region region)
    {
        var inside = region.Within(picture.Width, picture.Height);
        for (var y = inside.Top; y < inside.Bottom; y += Step)
        {
            for (var x = inside.Left; x < inside.Right; x += Step)
            {
                _colours.Add(MeanAround(x, y));
            }
        }

        return this;
    }

    /// <summary>Nine tenths of the colours are no further from it than this, in CIEDE2000.</summary>
    public double SpreadAround(Lab centre)
    {
        var distances = new double[_colours.Count];
        for (var i = 0; i < distances.Length; i++)
        {
            var (r, g, b) = _colours[i];
            distances[i] = CieDe2000.Between(CieLab.Of(r, g, b), centre);
        }

        Array.Sort(distances);
        return distances[(int)((distances.Length - 1) * SpreadShare)];
    }

    private byte Middle(ReadOnlySpan<int> counts)
    {
        var left = _colours.Count / 2;
        var value = 0;
        while (value < byte.MaxValue && left >= counts[value])
        {
            left -= counts[value++];
        }

        return (byte)value;
    }

    private (byte Red, byte Green, byte Blue) MeanAround(int x, int y)
    {
        var rgb = picture.Rgb.Span;
        int red = 0, green = 0, blue = 0;
        for (var dy = -1; dy <= 1; dy++)
        {
            var row = Math.Clamp(y + dy, 0, picture.Height - 1) * picture.Width;
            for (var dx = -1; dx <= 1; dx++)
            {
                var at = (row + Math.Clamp(x + dx, 0, picture.Width - 1)) * 3;
                red += rgb[at];
                green += rgb[at + 1];
                blue += rgb[at + 2];
            }
        }

        return ((byte)((red + 4) / 9), (byte)((green + 4) / 9), (byte)((blue + 4) / 9));
    }
}
