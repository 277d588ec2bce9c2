namespace PhotoFunctions.LocalHost.Demo;

/// <summary>What a user can do next, while the app keeps serving.</summary>
internal static class DemoFarewell
{
    public static string Text(HostSession session, string adminKey, string cohort, DemoCase sample)
    {
        var cohortAddress = $"{session.Address}api/cohorts/{cohort}";
        var curl = $"curl -s -H 'Authorization: Bearer {adminKey}'";
        return $"""

            The app keeps serving. Ctrl-C stops it and everything it started.
              API        {session.Address}api
              admin key  {adminKey}
            Try:
              {curl} {cohortAddress}/summary
              {curl} '{cohortAddress}/teaching-points/{sample.TeachingPoints[0].Code}/students?collection=rejected'
              {curl} {cohortAddress}/teaching-points/{sample.TeachingPoints[0].Code}/uploads
              {curl} {session.Address}api/uploads/unplaced
              {curl} {cohortAddress}/reviews
              {curl} {cohortAddress}/review-statistics
            """;
    }
}
