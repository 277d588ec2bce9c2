namespace PhotoFunctions.Domain.Reminders;

/// <summary>What a mail is about, and to whom it goes.</summary>
public enum ReminderKind
{
    /// <summary>截止提醒: to a student without an accepted photo, before the window closes.</summary>
    CollectionReminder,

    /// <summary>截止提醒: to a teaching point, how many of its students have no accepted photo, and which.</summary>
    CollectionDigest,

    /// <summary>照片被驳回: to a student whose photo was rejected, once for each photo.</summary>
    PhotoRejected,

    /// <summary>请校对: to a student who has not answered the proofing question.</summary>
    ProofingReminder,

    /// <summary>身份核验未通过: to a student whose verification failed, or is uncertain or abnormal.</summary>
    VerificationReminder,

    /// <summary>身份核验未通过: to a teaching point, which students it has to help.</summary>
    VerificationDigest,

    /// <summary>身份核验未通过: to the college's administrators, which students nobody has helped yet.</summary>
    VerificationEscalation,
}
