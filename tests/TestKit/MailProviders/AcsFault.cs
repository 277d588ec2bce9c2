namespace PhotoFunctions.TestKit.MailProviders;

/// <summary>What goes wrong with a hand-over.</summary>
public enum AcsFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The connection ends before the mail is taken.</summary>
    LostBefore,

    /// <summary>The connection ends after the mail was taken, without an answer.</summary>
    LostAfter,

    /// <summary>The connection ends while the mail is being taken: repeated requests get 409.</summary>
    LostWhileRunning,

    /// <summary>429.</summary>
    QuotaFull,

    /// <summary>500, nothing taken.</summary>
    ServerError,

    /// <summary>503, nothing taken.</summary>
    Busy,
}
