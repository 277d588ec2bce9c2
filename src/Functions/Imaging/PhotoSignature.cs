using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Imaging;

/// <summary>Tells the format by the first bytes, and names the ones that people send by mistake.</summary>
internal static class PhotoSignature
{
    private const int FtypOffset = 4;

    // Drawing programs put a prologue, a document type and their own praise in front.
    private const int PreambleBytes = 2048;

    /// <summary>Failures: <c>file-empty</c>, <c>not-an-image</c>, <c>format-not-supported</c>.</summary>
    public static Result<PhotoFormat> Read(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return PhotoFailures.Empty;
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return PhotoFormat.Jpeg;
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return PhotoFormat.Png;
        }

        return NameOf(content) is { } name ? PhotoFailures.Format(name) : PhotoFailures.NotAnImage;
    }

    private static string? NameOf(ReadOnlySpan<byte> content)
    {
        if (content.Length > FtypOffset + 8 && content[FtypOffset..].StartsWith("ftyp"u8))
        {
            var brand = content.Slice(FtypOffset + 4, 4);
            return brand.StartsWith("avi"u8) ? "AVIF" : brand.StartsWith("he"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("msf1"u8) ? "HEIC" : "MP4";
        }

        return content switch
        {
            _ when content.StartsWith("RIFF"u8) && content.Length >= 12 && content[8..].StartsWith("WEBP"u8) => "WebP",
            _ when content.StartsWith("GIF8"u8) => "GIF",
            _ when content.StartsWith("BM"u8) => "BMP",
            _ when content.StartsWith("%PDF"u8) => "PDF",
            _ when content.StartsWith("II*\0"u8) || content.StartsWith("MM\0*"u8) => "TIFF",
            _ when content.StartsWith("8BPS"u8) => "PSD",
            _ when content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]) || content.StartsWith("\0\0\0\fJXL "u8) => "JPEG XL",
            _ when content.StartsWith("\0\0\0\fjP  "u8) => "JPEG 2000",
            _ when content.StartsWith("PK\u0003\u0004"u8) => "ZIP",
            _ when content[..Math.Min(content.Length, PreambleBytes)].IndexOf("<svg"u8) >= 0 => "SVG",
            _ => null,
        };
    }
}
