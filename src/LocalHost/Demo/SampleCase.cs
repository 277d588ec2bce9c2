namespace PhotoFunctions.LocalHost.Demo;

/// <summary>The demo with invented students and drawn photos.</summary>
internal static class SampleCase
{
    public static DemoCase Create(int students, ulong seed)
    {
        var roster = SampleRoster.Invent(students, seed);
        return new DemoCase
        {
            Cohorts = [DemoCohort.Current, DemoCohort.Closed, DemoCohort.Next],
            TeachingPoints = SampleRoster.TeachingPoints,
            Roster = SampleRoster.ToCsv(roster),
            RosterContentType = "text/csv",
            Uploads = SampleUploads.Plan(roster, seed),
            Awaiting = roster[0].Number,
        };
    }
}
