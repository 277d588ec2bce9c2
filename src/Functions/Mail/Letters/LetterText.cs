using System.Text;

namespace PhotoFunctions.Functions.Mail.Letters;

/// <summary>Writes letters as plain text.</summary>
internal static class LetterText
{
    public static string Write(Letter letter)
    {
        var text = new StringBuilder();
        Add(text, letter.Greeting);
        foreach (var part in letter.Parts)
        {
            Add(text, part.Heading, isLast: part.Text.Length == 0 && part.Points.Count == 0);
            Add(text, part.Text);
            foreach (var (index, point) in part.Points.Index())
            {
                Add(text, $"- {point}", isLast: index == part.Points.Count - 1);
            }

            if (part.Link is { } link)
            {
                Add(text, $"{part.LinkText}:", isLast: false);
                Add(text, link.AbsoluteUri);
            }
        }

        Add(text, "--", isLast: false);
        Add(text, letter.Footer, isLast: false);
        if (letter.OptOut is { } optOut)
        {
            Add(text, $"{letter.OptOutText}: {optOut.AbsoluteUri}", isLast: false);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string line, bool isLast = true)
    {
        if (line.Length > 0)
        {
            text.Append(line).Append(isLast ? "\n\n" : "\n");
        }
    }
}
