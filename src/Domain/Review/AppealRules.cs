using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Review;

/// <summary>
/// What a teaching point may question: whatever rests on a threshold, a detector or one person's eye (docs/decisions/0009).
/// </summary>
public static class AppealRules
{
    // Darker skin, glasses and head coverings are under-represented in what the thresholds were measured on. Facts are not here: a
    // date, a name, a format, a size, damage.
    private static readonly HashSet<string> Questionable =
    [
        FailureCodes.FaceMissing,
        FailureCodes.FaceSeveral,
        FailureCodes.FaceNotChecked,
        FailureCodes.PhotoSideways,
        FailureCodes.QrCodeUploaded,
        FailureCodes.BackgroundColour,
        FailureCodes.BackgroundUneven,
        FailureCodes.BackgroundShaded,
        FailureCodes.ClothesBlue,
        FailureCodes.PhotoBlurred,
        FailureCodes.SharpnessNotChecked,
        FailureCodes.FaceDark,
        FailureCodes.FaceGlare,
        FailureCodes.FaceLightUneven,
        FailureCodes.HeadTilted,
        FailureCodes.CrownOutside,
        FailureCodes.EyeLineOutside,
        FailureCodes.PhotoDuplicate,
        FailureCodes.PhotoDuplicateInCohort,
        FailureCodes.PhotoResubmitted,
        FailureCodes.PhotoRefused,
    ];

    /// <summary>The codes that stand in the way of an appeal.</summary>
    /// <param name="faultCodes">Codes of the faults for which a photo was rejected.</param>
    /// <returns>Those that nobody can question; none when an appeal is possible.</returns>
    public static IReadOnlyList<string> Unquestionable(IEnumerable<string> faultCodes) =>
        [.. faultCodes.Where(code => !Questionable.Contains(code))];
}
