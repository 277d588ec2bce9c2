using System.Text.RegularExpressions;
using PhotoFunctions.Functions.Pages.College;

namespace PhotoFunctions.Functions.Pages.SignIn;

/// <summary>Where somebody wanted to go before signing in. Only a path of this app: no link leads through us to another site.</summary>
internal static partial class BackPath
{
    public const string Start = PagePaths.Dashboard;

    private const int Longest = 1000;

    /// <summary>The path, or the start where the text is none of ours.</summary>
    public static string Of(string? text) =>
        text is { Length: <= Longest } && Ours().IsMatch(text) && !Signing().IsMatch(text) ? text : Start;

    // No backslash, no second slash in front, nothing escaped in the path, no dot segments: nothing that a browser reads in another way.
    [GeneratedRegex(@"\A/api(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+(\?[A-Za-z0-9=&%+._~-]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ours();

    [GeneratedRegex(@"\A/api/(sign-in|sign-out)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Signing();
}
