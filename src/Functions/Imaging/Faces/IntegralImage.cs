using System.Buffers;

namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>
/// Sums over rectangles of a picture in four look-ups. A row holds three tables side by side: the sums, the sums of the squares, and the
/// sums over triangles for rectangles turned by 45 degrees. So every corner lies at a fixed distance from the window's own place.
/// </summary>
internal sealed class IntegralImage : IDisposable
{
    private const int Tables = 3;
    private const int WidthUnit = 16;
    private readonly int _tableWidth;
    private int[] _cells;

    /// <summary>Room for pictures up to this size: the scales of a picture are laid into the same memory, one after the other.</summary>
    public IntegralImage(int maxWidth, int maxHeight)
    {
        // In whole units, so that a few layouts of a cascade serve all pictures, and in an odd number of them, so that the rows of a
        // window do not fight for the same lines of the cache. At least one unit more than needed: lanes read past the end of a row.
        _tableWidth = ((maxWidth / WidthUnit) + 2 | 1) * WidthUnit;
        _cells = ArrayPool<int>.Shared.Rent((maxHeight + 1) * Stride);
    }

    /// <summary>Distance of two rows.</summary>
    public int Stride => Tables * _tableWidth;

    /// <summary>Distance from a sum to the sum of the squares at the same place.</summary>
    public int ToSquares => _tableWidth;

    /// <summary>Distance from a sum to the triangle at the same place.</summary>
    public int ToTriangles => 2 * _tableWidth;

    public ReadOnlySpan<int> Cells => _cells;

    public void Lay(GreyPlane plane, bool withTriangles)
    {
        _cells.AsSpan(0, Stride).Clear();
        for (var y = 0; y < plane.Height; y++)
        {
            LaySums(y, plane.Row(y));
            if (withTriangles)
            {
                LayTriangles(y, plane.Row(y), y == 0 ? [] : plane.Row(y - 1));
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_cells);
        _cells = [];
    }

    // Sums of squares may overflow: the difference of two of them is right all the same.
    private void LaySums(int y, ReadOnlySpan<byte> pixels)
    {
        var above = Row(y);
        var below = Row(y + 1);
        (below[0], below[ToSquares]) = (0, 0);
        var sums = below.Slice(1, pixels.Length);
        var squares = below.Slice(ToSquares + 1, pixels.Length);
        var sumsAbove = above.Slice(1, pixels.Length);
        var squaresAbove = above.Slice(ToSquares + 1, pixels.Length);
        var (sum, square) = (0, 0);
        for (var x = 0; x < pixels.Length; x++)
        {
            int pixel = pixels[x];
            sum += pixel;
            square += pixel * pixel;
            sums[x] = sumsAbove[x] + sum;
            squares[x] = squaresAbove[x] + square;
        }
    }

    // At x: the triangle that opens upwards from the pixel left above. Where it leaves the picture at a side, the smaller one next to it
    // covers the same pixels.
    private void LayTriangles(int y, ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> pixelsAbove)
    {
        var width = pixels.Length;
        var below = Row(y + 1).Slice(ToTriangles, width + 1);
        if (y == 0)
        {
            below[0] = 0;
            for (var x = 1; x <= width; x++)
            {
                below[x] = pixels[x - 1];
            }

            return;
        }

        var above = Row(y).Slice(ToTriangles, width + 1);
        var higher = Row(y - 1).Slice(ToTriangles, width + 1);
        below[0] = above[1];
        for (var x = 1; x < width; x++)
        {
            below[x] = above[x - 1] + above[x + 1] - higher[x] + pixels[x - 1] + pixelsAbove[x - 1];
        }

        below[width] = above[width - 1] + pixels[width - 1] + pixelsAbove[width - 1];
    }

    private Span<int> Row(int y) => _cells.AsSpan(y * Stride, Stride);
}
