using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Upkeep;

/// <summary>A finished output as it lies in storage, whether its student knows it or not.</summary>
/// <param name="Student">Whose it is, by its name.</param>
/// <param name="Profile">Name of its output profile.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="ETag">Its version, without quotes: it changes whenever the same bytes are written again.</param>
public sealed record OutputFile(StudentNumber Student, string Profile, string Sha256, string ETag);
