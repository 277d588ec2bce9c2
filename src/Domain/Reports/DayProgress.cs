namespace PhotoFunctions.Domain.Reports;

/// <summary>
/// What happened on one day, as the students stand now: who was accepted and unlocked again does not count. A correction or a retake moves
/// a student to the day on which the present status began.
/// </summary>
/// <param name="Date">The day (UTC+8).</param>
/// <param name="Accepted">Photos accepted on this day.</param>
/// <param name="Total">Photos accepted up to the end of this day.</param>
/// <param name="Confirmed">Proofings at Confirmed since this day.</param>
/// <param name="ConfirmedTotal">Proofings at Confirmed at the end of this day.</param>
/// <param name="Verified">Verifications at Passed or Filed since this day.</param>
/// <param name="VerifiedTotal">Verifications at Passed or Filed at the end of this day.</param>
public sealed record DayProgress(
    DateOnly Date, int Accepted, int Total, int Confirmed, int ConfirmedTotal, int Verified, int VerifiedTotal);
