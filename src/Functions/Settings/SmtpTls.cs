namespace PhotoFunctions.Functions.Settings;

/// <summary>How the connection to a mail server is encrypted.</summary>
internal enum SmtpTls
{
    /// <summary>Asked for after connecting; without it nothing is sent.</summary>
    StartTls,

    /// <summary>From the first byte.</summary>
    Implicit,

    /// <summary>Not at all: on this machine only.</summary>
    None,
}
