using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Students;

/// <summary>A roster row after reading: a student, or the row's faults.</summary>
internal sealed record RosterEntry(
    int Row, Enrolment? Enrolment, IReadOnlyList<Failure> Errors, IReadOnlyList<Failure> Warnings);
