using System.Text.RegularExpressions;

namespace PhotoFunctions.LocalHost.Settings;

/// <summary>Expands <c>%NAME%</c> from the app settings.</summary>
internal static partial class SettingNames
{
    /// <returns>The text with every name replaced, and the names for which there is no setting.</returns>
    public static (string Text, IReadOnlyList<string> Missing) Expand(string text, Func<string, string?> lookup)
    {
        var missing = new List<string>();
        var expanded = Name().Replace(text, match =>
        {
            if (lookup(match.Groups[1].Value) is { } value)
            {
                return value;
            }

            missing.Add(match.Groups[1].Value);
            return match.Value;
        });
        return (expanded, missing);
    }

    [GeneratedRegex("%([A-Za-z_][A-Za-z0-9_:.\\-]*)%")]
    private static partial Regex Name();
}
