using System.Text.RegularExpressions;

namespace PhotoFunctions.Domain.Results;

/// <summary>
/// What a mail can be sent to: one address and nothing else, such as every mail server and provider takes. No quotes, ASCII only, and a
/// domain of two parts at least.
/// </summary>
public static partial class MailShape
{
    /// <summary>The longest address, in characters. Source: RFC 5321, 4.5.3.1.3, without the angle brackets.</summary>
    public const int Longest = 254;

    private const string Atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private const string Label = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";

    /// <summary>Whether a text is such an address.</summary>
    /// <param name="text">The text.</param>
    /// <returns>False also for blanks around an address.</returns>
    public static bool Fits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= Longest && Shape().IsMatch(text);
    }

    [GeneratedRegex($@"\A{Atom}(\.{Atom})*@({Label}\.)+[A-Za-z0-9-]*[A-Za-z]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
