namespace PhotoFunctions.Domain.Retention;

/// <summary>What is kept about the people of a cohort, by where it is kept, in the order in which it is erased.</summary>
public enum PersonalData
{
    /// <summary>Uploads that lie in the inbox.</summary>
    Uploads,

    /// <summary>Teaching points with their contacts: without them nothing more comes in.</summary>
    TeachingPoints,

    /// <summary>The content of uploads put apart.</summary>
    Quarantine,

    /// <summary>Photos as they were sent.</summary>
    Originals,

    /// <summary>Finished photos.</summary>
    Outputs,

    /// <summary>Students, their history, and what became of every upload.</summary>
    Students,

    /// <summary>The look-up by ID number and student number.</summary>
    Index,

    /// <summary>Which mails were due, and what became of them; after the students, of whom nothing can fall due any more.</summary>
    Reminders,

    /// <summary>Mails in the local outbox.</summary>
    Mail,

    /// <summary>The host's notes on uploads that it has delivered, which name them.</summary>
    Receipts,

    /// <summary>The host's messages about uploads that failed, which name them.</summary>
    PoisonMessages,

    /// <summary>
    /// What the first page about the cohort shows, with student numbers; after the students, so that no reading that begins later can name
    /// them again.
    /// </summary>
    Glances,
}
