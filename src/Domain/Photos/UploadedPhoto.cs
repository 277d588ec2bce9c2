using System.Security.Cryptography;

namespace PhotoFunctions.Domain.Photos;

/// <summary>An upload as read from the inbox.</summary>
public sealed record UploadedPhoto
{
    /// <summary>Creates one.</summary>
    /// <param name="version">The version that was read.</param>
    /// <param name="length">The blob's length in bytes.</param>
    /// <param name="content">All of it, or empty when it is longer than the cap.</param>
    public UploadedPhoto(UploadVersion version, long length, ReadOnlyMemory<byte> content)
    {
        Version = version;
        Length = length;
        Content = content;
        Sha256 = content.Length == length ? Convert.ToHexStringLower(SHA256.HashData(content.Span)) : null;
    }

    /// <summary>The version that was read.</summary>
    public UploadVersion Version { get; }

    /// <summary>The blob's length in bytes.</summary>
    public long Length { get; }

    /// <summary>The whole content; empty when the blob is longer than the cap and was not read.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>SHA-256 of the content, 64 lower-case hexadecimal digits; null when it was not read.</summary>
    public string? Sha256 { get; }
}
