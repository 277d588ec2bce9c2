using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Domain.Proofing;

/// <summary>What asking the photo unit does to a student; stored as one batch of student, history and request.</summary>
/// <param name="Request">The request afterwards.</param>
/// <param name="Change">The student afterwards; nothing when the very same was recorded before.</param>
public sealed record UnitRequestDecision(UnitRequest Request, StudentChange Change);
