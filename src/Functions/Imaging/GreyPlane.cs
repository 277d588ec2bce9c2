using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Imaging;

/// <summary>A picture in shades of grey, one byte a pixel.</summary>
internal sealed record GreyPlane(int Width, int Height, byte[] Pixels)
{
    private const int Shift = 15;

    /// <summary>Luma of Rec. 601, as the cascades were trained on.</summary>
    public static GreyPlane Of(WorkingImage picture)
    {
        var rgb = picture.Rgb.Span;
        var grey = new byte[picture.Width * picture.Height];
        for (int i = 0, at = 0; i < grey.Length; i++, at += 3)
        {
            grey[i] = (byte)(((rgb[at] * 9798) + (rgb[at + 1] * 19235) + (rgb[at + 2] * 3735) + (1 << (Shift - 1))) >> Shift);
        }

        return new GreyPlane(picture.Width, picture.Height, grey);
    }

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
        var source = this;
        while (source.Width >= 2 * width && source.Height >= 2 * height)
        {
            source = source.Halve();
        }

        return (source.Width, source.Height) == (width, height) ? source : source.Interpolate(width, height);
    }

    private GreyPlane Halve()
    {
        var (width, height) = (Width / 2, Height / 2);
        var halved = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var (upper, lower) = (2 * y * Width, ((2 * y) + 1) * Width);
            for (var x = 0; x < width; x++)
            {
                halved[(y * width) + x] = (byte)((Pixels[upper + (2 * x)] + Pixels[upper + (2 * x) + 1]
                    + Pixels[lower + (2 * x)] + Pixels[lower + (2 * x) + 1] + 2) >> 2);
            }
        }

        return new GreyPlane(width, height, halved);
    }

    private GreyPlane Interpolate(int width, int height)
    {
        var scaled = new byte[width * height];
        var columns = new (int At, int Next, float Share)[width];
        for (var x = 0; x < width; x++)
        {
            columns[x] = Place(x, width, Width);
        }

        for (var y = 0; y < height; y++)
        {
            var (at, next, share) = Place(y, height, Height);
            var (upper, lower) = (at * Width, next * Width);
            for (var x = 0; x < width; x++)
            {
                var column = columns[x];
                var above = Pixels[upper + column.At] + ((Pixels[upper + column.Next] - Pixels[upper + column.At]) * column.Share);
                var below = Pixels[lower + column.At] + ((Pixels[lower + column.Next] - Pixels[lower + column.At]) * column.Share);
                scaled[(y * width) + x] = (byte)(above + ((below - above) * share) + 0.5f);
            }
        }

        return new GreyPlane(width, height, scaled);
    }

    private static (int At, int Next, float Share) Place(int index, int to, int from)
    {
        var place = Math.Clamp(((index + 0.5f) * from / to) - 0.5f, 0, from - 1);
        var at = (int)place;
        return (at, Math.Min(at + 1, from - 1), place - at);
    }
}
