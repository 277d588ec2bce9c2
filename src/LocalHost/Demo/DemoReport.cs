namespace PhotoFunctions.LocalHost.Demo;

/// <summary>The result in numbers, closed by the line that scripts read.</summary>
internal sealed record DemoReport(IReadOnlyList<DecidedUpload> Uploads, bool IsQuiet)
{
    public bool IsGood => IsQuiet && Uploads.All(upload => upload.Complaint is null);

    public IEnumerable<string> Lines()
    {
        var lost = Uploads.Count(upload => upload.Outcome is null);
        if (!IsQuiet)
        {
            yield return "The pipeline did not come to rest: nothing changed for 60 seconds.";
        }

        if (Uploads.Count(upload => upload.Complaint is not null) is > 0 and var complaints)
        {
            yield return $"{complaints} not as expected";
        }

        var others = Outcomes.Others.Select(name => (Name: name, Count: Count(name))).Where(other => other.Count > 0).ToList();
        if (others.Count > 0)
        {
            yield return $"others: {string.Join(", ", others.Select(other => $"{other.Count} {other.Name}"))}";
        }

        yield return $"demo: {Uploads.Count} uploaded, {Count(Outcomes.Accepted)} accepted, {Count(Outcomes.InReview)} in review, "
            + $"{Count(Outcomes.Rejected)} rejected, {Count(Outcomes.Quarantined)} quarantined, {lost} lost";
    }

    private int Count(string outcome) => Uploads.Count(upload => upload.Outcome?.Outcome == outcome);
}
