using CsCheck;

namespace PhotoFunctions.TestKit.Generators;

/// <summary>Student numbers of every legal shape.</summary>
public static class StudentNumbers
{
    /// <summary>The characters of a student number.</summary>
    public const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    /// <summary>Valid student numbers.</summary>
    public static Gen<string> Valid { get; } =
        Gen.Int[0, Alphabet.Length - 1].Array[1, 32].Select(letters => string.Concat(letters.Select(i => Alphabet[i])));
}
