namespace PhotoFunctions.Functions.Settings;

/// <summary>Who takes the mails.</summary>
internal enum MailProvider
{
    /// <summary>The container <c>mail</c>: files to look at, sent to nobody.</summary>
    Outbox,

    /// <summary>Azure Communication Services Email.</summary>
    Acs,

    /// <summary>A mail server.</summary>
    Smtp,
}
