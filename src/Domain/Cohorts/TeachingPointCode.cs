using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>教学点: the code of a teaching point, for example <c>TP012</c>.</summary>
public sealed record TeachingPointCode
{
    private TeachingPointCode(string value) => Value = value;

    /// <summary>The text: 1 to 32 characters of A–Z a–z 0–9 _ -, compared by case.</summary>
    public string Value { get; }

    /// <summary>Reads a teaching point code. Failures: <c>code-shape</c>, <c>code-is-national-id</c>.</summary>
    /// <param name="text">The text as a person or a path gave it.</param>
    /// <returns>The teaching point code, or the failure.</returns>
    public static Result<TeachingPointCode> Parse(string? text) =>
        CodeShape.Fault(text, "教学点代码", "teaching point code") is { } fault ? fault : new TeachingPointCode(text!);

    /// <summary>The text itself: it is no personal data.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
