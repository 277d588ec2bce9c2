namespace PhotoFunctions.LocalHost.Demo;

/// <summary>What a user can do next, while the app keeps serving.</summary>
internal static class DemoFarewell
{
    public static string Text(HostSession session, string adminKey, string deskKey, string cohort, DemoCase sample)
    {
        var point = sample.TeachingPoints[0].Code;
        var cohortAddress = $"{session.Address}api/cohorts/{cohort}";
        var curl = $"curl -s -H 'Authorization: Bearer {adminKey}'";
        return $"""

            The app keeps serving. Ctrl-C stops it and everything it started.
              dashboard  {session.Address}api/dashboard
              admin key  {adminKey}
              desk       {session.Address}api/desk
              desk key   {deskKey} ({point}, for a day)
              API        {session.Address}api
            Try:
              {curl} {cohortAddress}/summary
              {curl} '{cohortAddress}/teaching-points/{point}/students?collection=rejected'
              {curl} {cohortAddress}/teaching-points/{point}/uploads
              {curl} {session.Address}api/uploads/unplaced
              {curl} {cohortAddress}/reviews
              {curl} {cohortAddress}/review-statistics
            """;
    }
}
