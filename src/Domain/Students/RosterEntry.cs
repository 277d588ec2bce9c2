using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Students;

/// <summary>A roster row after reading: a student, or the row's faults.</summary>
internal sealed record RosterEntry(
    int Row, StudentKey? Key, StudentProfile? Profile, IReadOnlyList<Failure> Errors, IReadOnlyList<Failure> Warnings);
