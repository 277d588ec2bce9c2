using PhotoFunctions.Functions.Api;

namespace PhotoFunctions.Functions.Pages.College.Students;

/// <summary>What came in the form of an act; whatever cannot be read is a form with nothing in it.</summary>
public sealed record ActInput
{
    /// <summary>Who acts.</summary>
    public string? By { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The photo that was looked at.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The event, the status, or the reason of a request.</summary>
    public string? Value { get; init; }

    /// <summary>What the photo unit should know.</summary>
    public string? Description { get; init; }

    /// <summary>The request that goes on.</summary>
    public string? Id { get; init; }

    /// <summary>The student, where the address does not name one.</summary>
    public string? StudentNumber { get; init; }

    /// <summary>Whether it was confirmed that this is meant.</summary>
    public bool IsSure { get; init; }

    internal static async Task<ActInput> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await Forms.ReadAsync(request, cancellationToken) ?? FormCollection.Empty;
        return new ActInput
        {
            By = form["by"],
            Reason = form["reason"],
            Sha256 = form["sha256"],
            Value = form["value"],
            Description = form["description"],
            Id = form["id"],
            StudentNumber = form["studentNumber"],
            IsSure = form["sure"] == "yes",
        };
    }
}
