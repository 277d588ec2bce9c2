using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Api.Exports;

/// <summary>What an export is about: a cohort with all of its teaching points, or one of them.</summary>
internal sealed record ExportPlace(Cohort Cohort, IReadOnlyList<TeachingPoint> Points, bool IsWhole)
{
    /// <summary>The beginning of an export's file name.</summary>
    public string Name => IsWhole ? Cohort.Code.Value : $"{Cohort.Code}-{Points[0].Code}";
}
