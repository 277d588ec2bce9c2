using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Imaging;

/// <summary>A picture in shades of grey, one byte a pixel.</summary>
internal sealed record GreyPlane(int Width, int Height, byte[] Pixels)
{
    private const int Shift = 15;
    private const int Half = 1 << ((2 * LinearPlace.Bits) - 1);

    /// <summary>Luma of Rec. 601, as the cascades were trained on.</summary>
    public static GreyPlane Of(WorkingImage picture)
    {
        var pixels = RgbPixel.Of(picture);
        var grey = new byte[pixels.Length];
        for (var i = 0; i < grey.Length; i++)
        {
            var pixel = pixels[i];
            grey[i] = (byte)(((pixel.Red * 9798) + (pixel.Green * 19235) + (pixel.Blue * 3735) + (1 << (Shift - 1))) >> Shift);
        }

        return new GreyPlane(picture.Width, picture.Height, grey);
    }

    public ReadOnlySpan<byte> Row(int y) => Pixels.AsSpan(y * Width, Width);

    public GreyPlane Crop(int left, int top, int width, int height)
    {
        var cropped = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            Pixels.AsSpan(((top + y) * Width) + left, width).CopyTo(cropped.AsSpan(y * width));
        }

        return new GreyPlane(width, height, cropped);
    }

    /// <summary>A quarter turn clockwise.</summary>
    public GreyPlane Turn()
    {
        var turned = new byte[Pixels.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                turned[(x * Height) + (Height - 1 - y)] = Pixels[(y * Width) + x];
            }
        }

        return new GreyPlane(Height, Width, turned);
    }

    /// <summary>Scales by linear interpolation between the nearest pixels; by halves first, so that none is left out.</summary>
    public GreyPlane Resize(int width, int height)
    {
        var halved = HalveTowards(width, height);
        return (halved.Width, halved.Height) == (width, height) ? halved : halved.Interpolate(width, height);
    }

    /// <summary>Halves as long as it stays no smaller than this.</summary>
    public GreyPlane HalveTowards(int width, int height)
    {
        var halved = this;
        while (halved.Width >= 2 * width && halved.Height >= 2 * height)
        {
            halved = halved.Halve();
        }

        return halved;
    }

    /// <summary>
    /// Scales by linear interpolation between the nearest pixels, to the bit as OpenCV's INTER_LINEAR_EXACT does: fixed point, eight bits
    /// in each direction.
    /// </summary>
    public GreyPlane Interpolate(int width, int height)
    {
        var scaled = new byte[width * height];
        var columns = LinearPlace.Of(Width, width);
        var rows = LinearPlace.Of(Height, height);
        for (var y = 0; y < height; y++)
        {
            var (first, second, share) = rows[y];
            var upper = Row(first);
            var lower = Row(second);
            var line = scaled.AsSpan(y * width, width);
            for (var x = 0; x < line.Length; x++)
            {
                var (at, next, across) = columns[x];
                var above = (upper[at] << LinearPlace.Bits) + ((upper[next] - upper[at]) * across);
                var below = (lower[at] << LinearPlace.Bits) + ((lower[next] - lower[at]) * across);
                line[x] = (byte)(((above << LinearPlace.Bits) + ((below - above) * share) + Half) >> (2 * LinearPlace.Bits));
            }
        }

        return new GreyPlane(width, height, scaled);
    }

    private GreyPlane Halve()
    {
        var (width, height) = (Width / 2, Height / 2);
        var halved = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var upper = Row(2 * y);
            var lower = Row((2 * y) + 1);
            var line = halved.AsSpan(y * width, width);
            for (var x = 0; x < line.Length; x++)
            {
                line[x] = (byte)((upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1] + 2) >> 2);
            }
        }

        return new GreyPlane(width, height, halved);
    }
}
