using PhotoFunctions.LocalHost.Demo.Api;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary>What became of the uploads: one row each, but for accepted photos with nothing to say about them.</summary>
internal static class OutcomeTable
{
    private static readonly string[] Headings = ["upload", "outcome", "code", "reason"];

    public static IReadOnlyList<string> Lines(IReadOnlyList<DecidedUpload> uploads)
    {
        var silent = uploads.Where(IsSilent).ToList();
        var rows = uploads.Except(silent).OrderBy(upload => upload.Outcome?.Outcome, StringComparer.Ordinal).SelectMany(Rows).ToList();
        if (silent.Count > 0)
        {
            rows.Insert(0, [$"{silent.Count} photos", Outcomes.Accepted, "", ""]);
        }

        rows.Insert(0, Headings);

        var widths = Enumerable.Range(0, Headings.Length).Select(column => rows.Max(row => EastAsianText.Width(row[column]))).ToArray();
        return [.. rows.Select(row => string.Join("  ", row.Select((cell, column) => EastAsianText.PadRight(cell, widths[column]))).TrimEnd())];
    }

    private static bool IsSilent(DecidedUpload upload) =>
        upload is { Complaint: null, Outcome: { Outcome: Outcomes.Accepted, Findings.Count: 0 } };

    private static IEnumerable<string[]> Rows(DecidedUpload upload)
    {
        var what = upload.Upload.What.Length > 0 ? upload.Upload.What : upload.Outcome?.FileName ?? "(no outcome)";
        var findings = upload.Outcome?.Findings is { Count: > 0 } some ? some : [new FindingView("", "", "")];
        foreach (var (finding, isFirst) in findings.Select((finding, index) => (finding, index == 0)))
        {
            yield return [isFirst ? what : "", isFirst ? upload.Outcome?.Outcome ?? "lost" : "", finding.Code, finding.MessageZh];
        }

        if (upload.Complaint is { } complaint)
        {
            yield return ["", "NOT AS EXPECTED", "", complaint];
        }
    }
}
