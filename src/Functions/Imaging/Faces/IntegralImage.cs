namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>Sums over rectangles of a picture in four look-ups: upright, of squares, and turned by 45 degrees.</summary>
internal sealed class IntegralImage
{
    private readonly int[] _sums;
    private readonly long[] _squares;
    private readonly int[]? _tilted;

    public IntegralImage(GreyPlane plane, bool withTilted)
    {
        Stride = plane.Width + 1;
        Width = plane.Width;
        Height = plane.Height;
        _sums = new int[Stride * (plane.Height + 1)];
        _squares = new long[_sums.Length];
        for (var y = 0; y < plane.Height; y++)
        {
            var (row, square) = (0, 0L);
            for (var x = 0; x < plane.Width; x++)
            {
                int value = plane.Pixels[(y * plane.Width) + x];
                row += value;
                square += value * value;
                var at = ((y + 1) * Stride) + x + 1;
                _sums[at] = _sums[at - Stride] + row;
                _squares[at] = _squares[at - Stride] + square;
            }
        }

        _tilted = withTilted ? Tilt(plane) : null;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Distance of two rows in the tables.</summary>
    public int Stride { get; }

    public ReadOnlySpan<int> Sums => _sums;

    public ReadOnlySpan<int> Tilted => _tilted;

    public int SumAt(int at, int width, int height) =>
        _sums[at] - _sums[at + width] - _sums[at + (height * Stride)] + _sums[at + (height * Stride) + width];

    public long SquaresAt(int at, int width, int height) =>
        _squares[at] - _squares[at + width] - _squares[at + (height * Stride)] + _squares[at + (height * Stride) + width];

    // At (x, y): the triangle that opens upwards from the pixel (x-1, y-1). Sideways it leaves the picture, hence the margin of zeros.
    private int[] Tilt(GreyPlane plane)
    {
        var margin = plane.Height + 1;
        var wide = Stride + (2 * margin);
        var table = new int[wide * (plane.Height + 1)];
        for (var y = 1; y <= plane.Height; y++)
        {
            for (var x = 1; x < wide - 1; x++)
            {
                var column = x - margin - 1;
                var above = (y - 1) * wide;
                table[(y * wide) + x] = table[above + x - 1] + table[above + x + 1] - (y > 1 ? table[above - wide + x] : 0)
                    + Pixel(plane, column, y - 1) + Pixel(plane, column, y - 2);
            }
        }

        var tilted = new int[_sums.Length];
        for (var y = 0; y <= plane.Height; y++)
        {
            table.AsSpan((y * wide) + margin, Stride).CopyTo(tilted.AsSpan(y * Stride));
        }

        return tilted;
    }

    private static int Pixel(GreyPlane plane, int x, int y) =>
        x < 0 || x >= plane.Width || y < 0 || y >= plane.Height ? 0 : plane.Pixels[(y * plane.Width) + x];
}
