namespace PhotoFunctions.LocalHost.Demo;

/// <summary>The outcomes of uploads, as the API names them.</summary>
internal static class Outcomes
{
    public const string Accepted = "accepted";
    public const string InReview = "in-review";
    public const string Rejected = "rejected";
    public const string Quarantined = "quarantined";

    public static readonly IReadOnlyList<string> Others = ["unchanged", "superseded", "photo-locked"];
}
