namespace PhotoFunctions.Domain.Photos;

/// <summary>What the student's record keeps of a finished output.</summary>
/// <param name="Profile">Name of the output profile.</param>
/// <param name="Sha256">SHA-256 of the file, 64 lower-case hexadecimal digits; its blob is named by it.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record StoredOutput(string Profile, string Sha256, int Bytes, int Width, int Height);
