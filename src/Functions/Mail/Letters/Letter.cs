using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Mail.Letters;

/// <summary>What a mail says, before it is HTML or plain text: both are written from it. Public as components are.</summary>
public sealed record Letter
{
    /// <summary>The language.</summary>
    public required Language Language { get; init; }

    /// <summary>What stands in brackets before the subject, such as 截止提醒.</summary>
    public required string Tag { get; init; }

    /// <summary>The subject after the tag.</summary>
    public required string Subject { get; init; }

    /// <summary>The address, such as 张三同学:; empty for a letter to an office.</summary>
    public string Greeting { get; init; } = "";

    /// <summary>The parts in their order.</summary>
    public required IReadOnlyList<LetterPart> Parts { get; init; }

    /// <summary>Who sends it and why, in small type.</summary>
    public required string Footer { get; init; }

    /// <summary>Where such mails can be stopped; null when they cannot.</summary>
    public Uri? OptOut { get; init; }

    /// <summary>The whole subject.</summary>
    public string WholeSubject => Language == Language.English ? $"[{Tag}] {Subject}" : $"【{Tag}】{Subject}";

    /// <summary>What the link says that stops such mails.</summary>
    public string OptOutText => Language == Language.English ? "Stop these mails" : "不再接收此类提醒";
}
