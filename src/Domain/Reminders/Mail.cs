using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>A mail, ready to be handed to a provider. Sensitive: never logged, never stored but in the local outbox.</summary>
public sealed record Mail
{
    /// <summary>The cohort that it is about: with it everything is erased.</summary>
    public required CohortCode Cohort { get; init; }

    /// <summary>The address of the recipient, without a name.</summary>
    public required string To { get; init; }

    /// <summary>The recipient's name; empty when unknown.</summary>
    public string ToName { get; init; } = "";

    /// <summary>Where answers go; null: to the sender.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The subject, one line.</summary>
    public required string Subject { get; init; }

    /// <summary>The text for programs that show no HTML.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML.</summary>
    public required string Html { get; init; }

    /// <summary>Where the recipient can stop such mails; null for mails that cannot be stopped.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>The language.</summary>
    public Language Language { get; init; }

    /// <summary>Prints nobody.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(Mail);
}
