namespace PhotoFunctions.LocalHost.Demo;

/// <summary>The outcomes of uploads, as the API names them.</summary>
internal static class Outcomes
{
    public const string Accepted = "accepted";
    public const string InReview = "in-review";
    public const string Rejected = "rejected";
    public const string Quarantined = "quarantined";

    public const string Unchanged = "unchanged";
    public const string PhotoLocked = "photo-locked";

    public static readonly IReadOnlyList<string> Others = [Unchanged, "superseded", PhotoLocked];
}
