using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>届: the code of a graduating cohort, for example <c>2024</c>.</summary>
public sealed record CohortCode
{
    private CohortCode(string value) => Value = value;

    /// <summary>The text: 1 to 32 characters of A–Z a–z 0–9 _ -, compared by case.</summary>
    public string Value { get; }

    /// <summary>Reads a cohort code. Failures: <c>code-shape</c>, <c>code-is-national-id</c>.</summary>
    /// <param name="text">The text as a person or a path gave it.</param>
    /// <returns>The cohort code, or the failure.</returns>
    public static Result<CohortCode> Parse(string? text) =>
        CodeShape.Fault(text, "届代码", "cohort code") is { } fault ? fault : new CohortCode(text!);

    /// <summary>The text itself: it is no personal data.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
