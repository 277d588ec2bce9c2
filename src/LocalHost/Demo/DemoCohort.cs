namespace PhotoFunctions.LocalHost.Demo;

/// <summary>A cohort of the demo by the end of its code, and its window, in days from today.</summary>
internal sealed record DemoCohort(string Suffix, int OpensInDays, int ClosesInDays)
{
    /// <summary>The cohort that the demo is about.</summary>
    public static readonly DemoCohort Current = new("", -30, 90);

    public static readonly DemoCohort Closed = new("-closed", -60, -2);

    public static readonly DemoCohort Next = new("-next", 30, 90);
}
