using System.Security.Cryptography;

namespace PhotoFunctions.Domain.Photos;

/// <summary>One finished output: a baseline 24-bit sRGB JPEG without metadata.</summary>
/// <param name="Profile">The profile it fulfils.</param>
/// <param name="Content">The file.</param>
/// <param name="Quality">The JPEG quality that fitted the byte window, 60 to 96.</param>
public sealed record NormalisedPhoto(OutputProfile Profile, ReadOnlyMemory<byte> Content, int Quality)
{
    /// <summary>What the student's record keeps of it.</summary>
    public StoredOutput Reference => new(Profile.Name, Convert.ToHexStringLower(SHA256.HashData(Content.Span)), Content.Length, Profile.Width, Profile.Height);
}
