using System.Globalization;
using CsCheck;
using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.TestKit.Generators;

/// <summary>Upload versions of one student: distinct names, written within a few seconds, so that ties occur.</summary>
public static class UploadVersions
{
    private const int Seconds = 3;
    private static readonly DateTimeOffset Start = new(2023, 4, 20, 2, 0, 0, TimeSpan.Zero);

    /// <summary>One to six versions with distinct names.</summary>
    public static Gen<UploadVersion[]> Distinct { get; } =
        from seconds in Gen.Int[0, Seconds - 1].Array[1, 6]
        from names in Gen.Shuffle(Enumerable.Range(0, seconds.Length).ToArray())
        select seconds.Select((second, i) => new UploadVersion(
            string.Create(CultureInfo.InvariantCulture, $"2024/TP012/{names[i]}/11010519491231002X.jpg"),
            string.Create(CultureInfo.InvariantCulture, $"0x{i:X8}"),
            Start.AddSeconds(second))).ToArray();
}
