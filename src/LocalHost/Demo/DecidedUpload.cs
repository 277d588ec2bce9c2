using PhotoFunctions.LocalHost.Demo.Api;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary>An upload with every outcome that the app recorded for it: exactly one, if all is well.</summary>
internal sealed record DecidedUpload(DemoUpload Upload, IReadOnlyList<UploadView> Outcomes)
{
    public UploadView? Outcome => Outcomes.Count > 0 ? Outcomes[0] : null;

    /// <summary>Null when all is well.</summary>
    public string? Complaint
    {
        get
        {
            if (Outcome is not { } outcome)
            {
                return "lost: no outcome was recorded";
            }

            if (Outcomes.Count > 1)
            {
                return $"expected one outcome but found {Outcomes.Count}";
            }

            if (Upload.ExpectedOutcome is { } expected && expected != outcome.Outcome)
            {
                return $"expected {expected} but it is {outcome.Outcome}";
            }

            if (Upload.ExpectedCode is { } code && outcome.Findings.All(finding => finding.Code != code))
            {
                return $"expected the code {code} but found {string.Join(", ", outcome.Findings.Select(finding => finding.Code))}";
            }

            return null;
        }
    }
}
