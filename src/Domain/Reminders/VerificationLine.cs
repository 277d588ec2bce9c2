using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>A student whose verification did not pass, in a digest.</summary>
/// <param name="TeachingPoint">The student's teaching point.</param>
/// <param name="Number">The student number.</param>
/// <param name="Status">What the verdict was.</param>
/// <param name="Since">Since when (UTC+8).</param>
/// <param name="MustRecapture">补采: whether another photo has to be taken.</param>
/// <param name="IsUnreached">Whether the student has no mail address.</param>
public sealed record VerificationLine(
    TeachingPointCode TeachingPoint, StudentNumber Number, VerificationStatus Status, DateOnly Since, bool MustRecapture, bool IsUnreached);
