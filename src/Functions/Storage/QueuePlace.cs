using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Who comes next in a queue.</summary>
/// <param name="Student">The student; null at the end.</param>
/// <param name="Behind">How many wait behind.</param>
/// <param name="Before">How many wait before, who were passed over.</param>
internal sealed record QueuePlace(Student? Student, int Behind, int Before);
