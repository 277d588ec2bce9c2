using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Students;

/// <summary>学号: the college's own number of a student; no secret, so logs and addresses may hold it.</summary>
public sealed record StudentNumber
{
    private StudentNumber(string value) => Value = value;

    /// <summary>The text: 1 to 32 characters of A–Z a–z 0–9 _ -, compared by case.</summary>
    public string Value { get; }

    /// <summary>Reads a student number. Failures: <c>code-shape</c>, <c>code-is-national-id</c>.</summary>
    /// <param name="text">The text as a person or a path gave it.</param>
    /// <returns>The student number, or the failure.</returns>
    public static Result<StudentNumber> Parse(string? text) =>
        CodeShape.Fault(text, "学号", "student number") is { } fault ? fault : new StudentNumber(text!);

    /// <summary>The text itself: it is no personal data.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
