using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Students;

/// <summary>What is to be done about one row of a roster.</summary>
/// <param name="Index">The row's place in what was asked for, from 0.</param>
/// <param name="Result">What is to be done, or why nothing is.</param>
public sealed record PlannedEnrolment(int Index, Result<EnrolmentOutcome> Result);
