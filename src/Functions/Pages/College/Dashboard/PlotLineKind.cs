namespace PhotoFunctions.Functions.Pages.College.Dashboard;

/// <summary>What a line of a plot counts, up to the end of each day.</summary>
public enum PlotLineKind
{
    /// <summary>Accepted photos.</summary>
    Accepted,

    /// <summary>Confirmed proofings.</summary>
    Confirmed,

    /// <summary>Verifications that passed, or were filed.</summary>
    Verified,
}
