using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Exports;

/// <summary>进度表: where every student stands, in the words of the notice. ID numbers are masked.</summary>
public static class StatusList
{
    /// <summary>The name of the list.</summary>
    public const string Name = "进度表";

    /// <summary>The headings.</summary>
    public static IReadOnlyList<string> Headings { get; } =
    [
        "学号", "姓名", "身份证号(部分)", "层次", "专业", "班级", "教学点", "教学点名称", "阶段",
        "采集状态", "采集状态时间", "校对状态", "校对状态时间", "核验状态", "核验状态时间", "须补采", "待人工审核", "确认本人", "确认人", "确认时间", "原因",
    ];

    /// <summary>The row of a student.</summary>
    /// <param name="student">The student.</param>
    /// <param name="point">The student's teaching point.</param>
    /// <returns>A cell for each heading.</returns>
    public static IReadOnlyList<string> Row(Student student, TeachingPoint point)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(point);
        var profile = student.Profile;
        return
        [
            student.Key.Number.Value,
            profile.Name,
            profile.NationalId.Masked,
            profile.Level,
            profile.Major,
            profile.ClassName,
            point.Code.Value,
            point.Name,
            ProgressNames.Of(student.Stage),
            ProgressNames.Of(student.Collection),
            ChinaTime.TextAt(student.CollectionSince),
            ProgressNames.Of(student.Proofing),
            Time(student.ProofingSince),
            ProgressNames.Of(student.Verification),
            Time(student.VerificationSince),
            student.MustRecapture ? "是" : "",
            student.Review is { } review ? ProgressNames.Of(review) : "",
            student.PersonConfirmed is null ? "否" : "是",
            student.PersonConfirmed?.By ?? "",
            Time(student.PersonConfirmed?.At),
            string.Join(';', Reasons(student)),
        ];
    }

    private static string Time(DateTimeOffset? at) => at is { } instant ? ChinaTime.TextAt(instant) : "";

    // Why the photo is not accepted: in the words of the checks, and in those of whoever refused it.
    private static IEnumerable<string> Reasons(Student student)
    {
        if (student.Photo is not { } photo || student.Collection is not (CollectionStatus.Rejected or CollectionStatus.InReview))
        {
            return [];
        }

        Failure[] found = [ReviewFailures.PhotoRefused, PixelFailures.PhotoDuplicateInCohort, .. photo.Findings];
        var reasons = photo.CodesAgainst.Select(code => found.FirstOrDefault(finding => finding.Code == code)?.Message.Chinese ?? code);
        var refusal = photo.Review is { Event: CollectionEvent.ReviewRefused or CollectionEvent.AppealDenied, Reason.Length: > 0 } act
            ? act.Reason
            : null;
        return reasons.Select(reason => reason.TrimEnd('。')).Concat(refusal is null ? [] : [$"审核意见:{refusal}"]);
    }
}
