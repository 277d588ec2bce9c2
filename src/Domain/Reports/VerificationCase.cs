using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Reports;

/// <summary>A student whose verification is in trouble: Failed, Uncertain, Abnormal or InReview.</summary>
/// <param name="StudentNumber">Who it is.</param>
/// <param name="TeachingPoint">Where the student belongs.</param>
/// <param name="Status">Where the verification stands.</param>
/// <param name="Since">Since when it stands there; of 补采 students, who enter at Failed, when they were enrolled.</param>
public sealed record VerificationCase(
    StudentNumber StudentNumber, TeachingPointCode TeachingPoint, VerificationStatus Status, DateTimeOffset Since)
{
    /// <summary>Those who have waited longest first.</summary>
    internal static Comparer<VerificationCase> LongestFirst { get; } = Comparer<VerificationCase>.Create((one, other) =>
        one.Since.CompareTo(other.Since) is var bySince and not 0 ? bySince
        : string.CompareOrdinal(one.TeachingPoint.Value, other.TeachingPoint.Value) is var byPoint and not 0 ? byPoint
        : string.CompareOrdinal(one.StudentNumber.Value, other.StudentNumber.Value));
}
