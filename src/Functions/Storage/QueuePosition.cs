using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Where in a queue to look: behind a student, or at that one and behind; without one from the start.</summary>
internal sealed record QueuePosition(StudentNumber? Number, bool IsInclusive = false);
