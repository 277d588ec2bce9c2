using System.Text;
using System.Text.Json;

namespace PhotoFunctions.Functions.Tests.Api;

/// <summary>The forms in which a person's data could stand in a text.</summary>
internal static class CanaryForms
{
    public static IEnumerable<string> Of(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        yield return word;
        yield return Uri.EscapeDataString(word);
        yield return JsonSerializer.Serialize(word).Trim('"');

        // Base64 of a text inside of another one looks in three ways, by where it begins.
        for (var before = 0; before < 3; before++)
        {
            var whole = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var first = before == 0 ? 0 : before + 1;
            yield return whole[first..((before + bytes.Length) / 3 * 4)];
        }
    }
}
