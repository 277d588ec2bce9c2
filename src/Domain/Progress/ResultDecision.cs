using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Progress;

/// <summary>What an imported row does to its student.</summary>
/// <param name="Outcome">What became of the row.</param>
/// <param name="Change">The student afterwards, and the lines for the history.</param>
/// <param name="Warning">What somebody should look at all the same; null for nothing.</param>
public sealed record ResultDecision(ResultOutcome Outcome, StudentChange Change, Failure? Warning = null);
