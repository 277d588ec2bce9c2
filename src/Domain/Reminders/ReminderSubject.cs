namespace PhotoFunctions.Domain.Reminders;

/// <summary>What a timer reminds of.</summary>
public enum ReminderSubject
{
    /// <summary>采集: the end of the collection window, and rejected photos.</summary>
    Deadline,

    /// <summary>校对: the picture on the national site.</summary>
    Proofing,

    /// <summary>身份核验: a verification that did not pass.</summary>
    Verification,
}
