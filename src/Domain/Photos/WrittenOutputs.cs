using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Photos;

/// <summary>The outputs of one photo.</summary>
/// <param name="Outputs">Those that were written, in the order of their profiles.</param>
/// <param name="Failures">Why others were not: <c>output-bytes</c> for a required one, <c>output-unavailable</c> for an optional one.</param>
public sealed record WrittenOutputs(IReadOnlyList<NormalisedPhoto> Outputs, IReadOnlyList<Failure> Failures);
