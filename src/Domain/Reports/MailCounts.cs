namespace PhotoFunctions.Domain.Reports;

/// <summary>What became of a cohort's mails; those that were dropped are not counted.</summary>
public sealed record MailCounts
{
    /// <summary>Due, not begun.</summary>
    public int Pending { get; init; }

    /// <summary>Being handed over.</summary>
    public int Sending { get; init; }

    /// <summary>Taken by the provider.</summary>
    public int Sent { get; init; }

    /// <summary>Cannot be sent.</summary>
    public int Failed { get; init; }

    /// <summary>Nobody knows whether the provider has taken them.</summary>
    public int Unknown { get; init; }

    /// <summary>
    /// How many of <see cref="Sent"/> were sent before <see cref="SettledUntil"/>. A mail that is sent stays sent, so that these need not be
    /// counted again.
    /// </summary>
    public int Settled { get; init; }

    /// <summary>Before this moment nothing changes any more; null when nothing was counted yet.</summary>
    public DateTimeOffset? SettledUntil { get; init; }
}
