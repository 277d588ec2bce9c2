using System.Globalization;
using CsCheck;

namespace PhotoFunctions.TestKit.Generators;

/// <summary>Valid citizen ID numbers of nobody in particular.</summary>
public static class NationalIds
{
    private static readonly string[] Provinces = ["11", "13", "21", "31", "36", "37", "44", "50", "54", "65", "82"];
    private static readonly DateOnly FirstBirth = new(1900, 1, 1);
    private static readonly int Days = new DateOnly(2012, 12, 31).DayNumber - FirstBirth.DayNumber;

    /// <summary>Valid ID numbers in their stored form.</summary>
    public static Gen<string> Valid { get; } = Gen.Select(
        Gen.OneOf(Provinces),
        Gen.Int[0, 9999],
        Gen.Int[0, Days],
        Gen.Int[0, 999],
        (province, district, day, sequence) => Complete(string.Create(
            CultureInfo.InvariantCulture,
            $"{province}{district:0000}{FirstBirth.AddDays(day):yyyyMMdd}{sequence:000}")));

    /// <summary>The valid ID number that begins with 17 digits.</summary>
    public static string Complete(string digits) => digits + CheckCharacterOf(digits);

    // ISO 7064 MOD 11-2 in its recursive form: on purpose not the table of weights that the product uses.
    private static char CheckCharacterOf(string digits)
    {
        var remainder = digits.Aggregate(0, (value, digit) => (value + digit - '0') * 2 % 11);
        var check = (12 - remainder) % 11;
        return check == 10 ? 'X' : (char)('0' + check);
    }
}
