using System.Runtime.InteropServices;
using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Imaging;

/// <summary>A pixel as it lies in memory, three bytes. A value type, for there are hundreds of thousands; its default is black.</summary>
internal readonly record struct RgbPixel(byte Red, byte Green, byte Blue)
{
    /// <summary>All pixels of a picture, row by row.</summary>
    public static ReadOnlySpan<RgbPixel> Of(WorkingImage picture) => MemoryMarshal.Cast<byte, RgbPixel>(picture.Rgb.Span);
}
