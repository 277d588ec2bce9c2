using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Progress;

/// <summary>The students of a cohort who were looked up and found.</summary>
/// <param name="ByNumber">By student number.</param>
/// <param name="ById">By ID number.</param>
public sealed record StudentMatches(
    IReadOnlyDictionary<StudentNumber, StudentKey> ByNumber, IReadOnlyDictionary<NationalId, StudentKey> ById);
