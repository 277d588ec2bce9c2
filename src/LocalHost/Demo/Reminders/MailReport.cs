namespace PhotoFunctions.LocalHost.Demo.Reminders;

/// <summary>What the walk through the dates came to.</summary>
internal sealed record MailReport(IReadOnlyList<DemoMail> Mails, int Dates, int Lost, bool IsLoopClosed, Uri? NextLink)
{
    private static readonly string[] Kinds =
    [
        "collectionReminder", "collectionDigest", "photoRejected", "proofingReminder", "verificationReminder", "verificationDigest",
        "verificationEscalation",
    ];

    /// <summary>Every kind was sent, nothing twice, nothing lost, and a student's answer has arrived.</summary>
    public bool IsGood => IsLoopClosed && Lost == 0 && Doubled == 0 && !Missing.Any();

    private int Doubled => Mails.Count - Mails.DistinctBy(mail => mail.Line with { Since = default, OperationId = null, Status = "" }).Count();

    private IEnumerable<string> Missing => Kinds.Except(Mails.Select(mail => mail.Line.Kind));

    /// <summary>The result for people, and the line that scripts read.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var kind in Missing)
        {
            yield return $"no mail of the kind {kind}";
        }

        yield return IsLoopClosed
            ? "A student answered through the link of the mail: 校对无误."
            : "A student's answer through the link of the mail did not arrive.";
        if (NextLink is not null)
        {
            yield return $"Answer for another student: {NextLink}";
        }

        yield return $"mails: {Mails.Count} sent on {Dates} dates, {Doubled} twice, {Lost} lost";
    }
}
