using System.Globalization;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary>
/// Invented ID numbers with right check characters: regions that exist, and the sequence 000, by which they are known as invented.
/// Each number of a run has its own birth date.
/// </summary>
internal static class SampleNationalId
{
    private const string CheckCharacters = "10X98765432";
    private static readonly DateOnly FirstBirthday = new(1986, 1, 1);
    private static readonly string[] Regions = ["360102", "360103", "360111", "360121", "360402", "360702", "430102", "350102"];
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <param name="index">Counts through the run; another index gives another number.</param>
    public static string Create(int index)
    {
        var birthday = FirstBirthday.AddDays(index).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return WithCheckCharacter($"{Regions[index % Regions.Length]}{birthday}000");
    }

    /// <summary>The number with a check character that is wrong.</summary>
    public static string WithWrongCheck(string id) => id[..17] + (id[17] == '5' ? '6' : '5');

    /// <summary>The number with the 31st of February, and the check character that is right for it.</summary>
    public static string WithImpossibleDate(string id) => WithCheckCharacter($"{id[..10]}0231{id[14..17]}");

    private static string WithCheckCharacter(string digits)
    {
        var sum = 0;
        for (var index = 0; index < Weights.Length; index++)
        {
            sum += Weights[index] * (digits[index] - '0');
        }

        return digits + CheckCharacters[sum % 11];
    }
}
