using Azure.Data.Tables;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Which students a list shows; what is null lets all pass.</summary>
internal sealed record StudentFilter
{
    public StudentStage? Stage { get; init; }

    public CollectionStatus? Collection { get; init; }

    public ProofingStatus? Proofing { get; init; }

    public VerificationStatus? Verification { get; init; }

    public ReviewKind? Review { get; init; }

    public string? Level { get; init; }

    public string? ClassName { get; init; }

    /// <summary>How the student number begins. It has the shape of one.</summary>
    public StudentNumber? NumberPrefix { get; init; }

    /// <summary>The rows of one partition that pass, behind a student or from the first.</summary>
    public string RowsOf(string partition, string? after)
    {
        // '~' stands behind every character of a number.
        var prefix = $"s~{NumberPrefix}";
        var rows = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {prefix + "~"}");
        rows += after is null
            ? TableClient.CreateQueryFilter($" and RowKey ge {prefix}")
            : TableClient.CreateQueryFilter($" and RowKey gt {"s~" + after}");
        return rows + Conditions();
    }

    private string Conditions() =>
        Is("Stage", Stage?.ToString())
        + Is("Collection", Collection?.ToString())
        + Is("Proofing", Proofing?.ToString())
        + Is("Verification", Verification?.ToString())
        + Is("Level", Level)
        + Is("ClassName", ClassName)
        + ReviewIs(Review);

    /// <summary>The condition for photos that wait for a person.</summary>
    public static string ReviewIs(ReviewKind? kind) => kind switch
    {
        ReviewKind.Appeal => Is("Collection", nameof(CollectionStatus.InReview))
            + Is(StudentEntityMapping.ReviewColumn, nameof(CollectionEvent.AppealOpened)),
        ReviewKind.Findings => Is("Collection", nameof(CollectionStatus.InReview)) + Is(StudentEntityMapping.ReviewColumn, ""),
        _ => "",
    };

    private static string Is(string column, string? value) =>
        value is null ? "" : $" and {column} eq {TableClient.CreateQueryFilter($"{value}")}";
}
