namespace PhotoFunctions.Functions.Mail.Letters;

/// <summary>A part of a letter: a heading, sentences, points, a link; whatever is there is written in this order.</summary>
public sealed record LetterPart
{
    /// <summary>A short line above the part; empty for none.</summary>
    public string Heading { get; private init; } = "";

    /// <summary>Sentences; empty for none.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Whether the sentences are what the letter is for.</summary>
    public bool IsImportant { get; private init; }

    /// <summary>Points, one below the other.</summary>
    public IReadOnlyList<string> Points { get; private init; } = [];

    /// <summary>Where to go; null for nowhere.</summary>
    public Uri? Link { get; private init; }

    /// <summary>What the link says.</summary>
    public string LinkText { get; private init; } = "";

    public static LetterPart Say(string text) => new() { Text = OneLine.Of(text) };

    public static LetterPart Stress(string text) => new() { Text = OneLine.Of(text), IsImportant = true };

    public static LetterPart List(string heading, IEnumerable<string> points) =>
        new() { Heading = OneLine.Of(heading), Points = [.. points.Select(OneLine.Of)] };

    public static LetterPart List(string heading, string text) => new() { Heading = OneLine.Of(heading), Text = OneLine.Of(text) };

    public static LetterPart Go(string text, Uri link) => new() { LinkText = text, Link = link };
}
