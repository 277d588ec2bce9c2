using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Functions.Pages;

/// <summary>Words that pages share.</summary>
internal static partial class PageWords
{
    public static string DateOf(DateOnly day, Language language) => language == Language.English
        ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    public static string TimeOf(DateTimeOffset moment, Language language) =>
        $"{DateOf(ChinaTime.DateAt(moment), language)} {ChinaTime.TextAt(moment)["yyyy-MM-dd ".Length..^":ss".Length]}";

    /// <summary>The notice's word, or the English one of the API with spaces.</summary>
    public static string NameOf(Enum word, Language language)
    {
        if (language != Language.English)
        {
            return ProgressNames.Of(word);
        }

        var words = WordStart().Replace(word.ToString(), " ").ToLowerInvariant();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>The word of an address, as the API writes it.</summary>
    public static string CodeOf(Enum word) => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
