using System.Globalization;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Students;

/// <summary>
/// 身份证号: 18 characters, 6 region + 8 birth date + 3 sequence + check character. Source: GB 11643-1999.
/// Prints masked, so that it can stand in a message by accident without harm; <see cref="Value"/> is asked for on purpose.
/// </summary>
public sealed record NationalId
{
    private const int Length = 18;
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    // The two-digit province codes of GB/T 2260, with 83 (Taiwan residents' permits) and 91 (abroad).
    private static readonly HashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91",
    ];

    private NationalId(string value) => Value = value;

    /// <summary>The 18 characters, with a capital X. Sensitive: never logged, never in an address or a table key.</summary>
    public string Value { get; }

    /// <summary>First and last four characters, the rest starred: <c>3601**********123X</c>.</summary>
    public string Masked => Masking.Mask(Value);

    /// <summary>Whether the first two digits are a known province. An unknown one only warns.</summary>
    public bool HasKnownRegion => Provinces.Contains(Value[..2]);

    /// <summary>
    /// Reads an ID number. Accepts a lower-case x, full-width digits and surrounding blanks.
    /// Failures: <c>national-id-shape</c>, <c>national-id-date</c>, <c>national-id-checksum</c>.
    /// </summary>
    /// <param name="text">What a person or a file name gave.</param>
    /// <returns>The number in its one stored form, or the failure.</returns>
    public static Result<NationalId> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var value = string.Concat(text.Trim().Select(ToStoredForm));
        if (value.Length != Length || !value[..(Length - 1)].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(value[^1]) || value[^1] == 'X'))
        {
            return NationalIdFailures.Shape(value.Length);
        }

        if (!DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return NationalIdFailures.Date;
        }

        return value[^1] == CheckCharacter(value) ? new NationalId(value) : NationalIdFailures.Checksum;
    }

    /// <summary>The masked form.</summary>
    /// <returns><see cref="Masked"/>.</returns>
    public override string ToString() => Masked;

    /// <summary>The check character that belongs to the first 17 digits.</summary>
    /// <param name="digits">At least 17 ASCII digits.</param>
    /// <returns>A digit or X.</returns>
    internal static char CheckCharacter(string digits) =>
        CheckCharacters[Weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11];

    private static char ToStoredForm(char c) => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        'x' or 'Ｘ' or 'ｘ' => 'X',
        _ => c,
    };
}
