using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Proofing;

/// <summary>What somebody wants to ask the photo unit for. Sensitive: the description is stored encrypted, never logged.</summary>
public sealed record UnitRequestDraft
{
    private UnitRequestDraft(UnitRequestKind kind, UnitRequestReason reason, string description) =>
        (Kind, Reason, Description) = (kind, reason, description);

    /// <summary>What is asked for.</summary>
    public UnitRequestKind Kind { get; }

    /// <summary>Why.</summary>
    public UnitRequestReason Reason { get; }

    /// <summary>What the unit has to know.</summary>
    public string Description { get; }

    /// <summary>
    /// Builds one from what a caller sent. Failures: <c>request-invalid</c> for a reason of the other kind, <c>value-missing</c>,
    /// <c>value-too-long</c>, <c>control-character</c>.
    /// </summary>
    /// <param name="kind">What is asked for.</param>
    /// <param name="reason">Why.</param>
    /// <param name="description">What the unit has to know, 1 to 200 characters.</param>
    /// <returns>The draft, or the failure.</returns>
    public static Result<UnitRequestDraft> Create(UnitRequestKind kind, UnitRequestReason reason, string? description)
    {
        var text = description?.Trim() ?? "";
        return kind != KindOf(reason) ? UnitRequestFailures.Reason(kind, reason)
            : text.Length == 0 ? RequestFailures.Missing("description", "情况说明")
            : PlainText.Fault(text, UnitRequest.LongestDescription, "情况说明", "description") is { } fault ? fault
            : new UnitRequestDraft(kind, reason, text);
    }

    /// <summary>The only kind that has a reason.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>The kind.</returns>
    public static UnitRequestKind KindOf(UnitRequestReason reason) =>
        reason is UnitRequestReason.PrintMissing or UnitRequestReason.PrintDamaged ? UnitRequestKind.Reprint : UnitRequestKind.Erratum;

    /// <summary>Prints nothing that a person wrote.</summary>
    /// <returns>Kind and reason.</returns>
    public override string ToString() => $"{Kind} {Reason}";
}
