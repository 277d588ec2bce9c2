using PhotoFunctions.Domain.Reminders;

namespace PhotoFunctions.Functions.Mail.Letters;

/// <summary>照片被驳回: every reason, with what to do about it.</summary>
internal static class PhotoRejectedLetter
{
    public static Letter Write(PhotoRejectedContent content, Uri optOut) =>
        Words.IsEnglish(content.Cohort) ? English(content, optOut) : Chinese(content, optOut);

    private static Letter Chinese(PhotoRejectedContent content, Uri optOut) => new()
    {
        Language = content.Cohort.Language,
        Tag = "照片被驳回",
        Subject = content.ClosesOn is { } last
            ? $"请于{Words.Day(content.Cohort, last)}前重新拍摄提交"
            : "您的学历图像照片未通过检测",
        Greeting = Parts.Greeting(content),
        Parts =
        [
            LetterPart.Say("您提交的学历图像照片未通过检测。"),
            LetterPart.List("原因", content.Reasons.Select(reason => Joined(reason.Message.Chinese, reason.Hint?.Chinese))),
            LetterPart.Stress(content.ClosesOn is { } day
                ? $"请于{Words.Day(content.Cohort, day)}前(含当日)重新拍摄提交,勿重复提交原照片。"
                : "采集时间已截止,请联系教学点了解能否补交;请勿重复提交原照片。"),
            Parts.Point(content.Cohort, content.TeachingPoint),
        ],
        Footer = Parts.Footer(content.Cohort),
        OptOut = optOut,
    };

    private static Letter English(PhotoRejectedContent content, Uri optOut) => new()
    {
        Language = content.Cohort.Language,
        Tag = "Photo rejected",
        Subject = content.ClosesOn is { } last
            ? $"Hand in a new photo by {Words.Day(content.Cohort, last)}"
            : "Your degree photo was rejected",
        Greeting = Parts.Greeting(content),
        Parts =
        [
            LetterPart.Say("The degree photo that you handed in was rejected."),
            LetterPart.List("Why", content.Reasons.Select(reason => Joined(reason.Message.English, reason.Hint?.English, " "))),
            LetterPart.Stress(content.ClosesOn is { } day
                ? $"Have a new photo taken and hand it in by {Words.Day(content.Cohort, day)}; do not hand in the old one again."
                : "The time for photos is over: ask your teaching point whether yours can still be taken. Do not send the old one again."),
            Parts.Point(content.Cohort, content.TeachingPoint),
        ],
        Footer = Parts.Footer(content.Cohort),
        OptOut = optOut,
    };

    private static string Joined(string message, string? hint, string between = "") => hint is null ? message : message + between + hint;
}
