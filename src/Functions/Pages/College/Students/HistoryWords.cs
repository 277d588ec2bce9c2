using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Pages.College.Dashboard;

namespace PhotoFunctions.Functions.Pages.College.Students;

/// <summary>The lines of a history in words.</summary>
internal static class HistoryWords
{
    private static readonly Dictionary<string, BilingualText> Others = new()
    {
        [StudentHistory.ProofingCorrected] = new("更正校对状态", "Proofing corrected"),
        [StudentHistory.VerificationCorrected] = new("更正核验状态", "Verification corrected"),
        [PersonDecider.PersonConfirmed] = new("确认是本人", "Person confirmed"),
        [ProofingDecider.CaptureApproved] = new("图像采集单位审核通过", "Approved by the photo unit"),
        [StudentMovement.Moved] = new("转到其他教学点", "Moved to another teaching point"),
        [StudentRemoval.Removed] = new("移出名单", "Removed"),
        [ProfileCorrection.Corrected] = new("更正学籍信息", "Details corrected"),
        [MailOptOut.OptedOut] = new("不再接收提醒邮件", "Reminders stopped"),
        [MailOptOut.OptedIn] = new("重新接收提醒邮件", "Reminders wanted again"),
        ["UploadPoisoned"] = new("照片多次处理失败，已隔离", "An upload failed again and again and was put apart"),
        ["UploadPutApart"] = new("照片已隔离", "An upload was put apart"),
    };

    private static readonly Dictionary<ProofingAnswer, BilingualText> Answers = new()
    {
        [ProofingAnswer.Correct] = new("正确", "Correct"),
        [ProofingAnswer.NoPicture] = new("无图像", "No photo"),
        [ProofingAnswer.NotMe] = new("非本人", "Not me"),
        [ProofingAnswer.WrongDetails] = new("信息有误", "Details are wrong"),
    };

    private static readonly Dictionary<string, BilingualText> Actors = new()
    {
        ["pipeline"] = new("系统", "the system"),
        ["student"] = new("学生", "the student"),
        ["teaching-point"] = new("教学点", "the teaching point"),
        ["admin"] = new("管理员", "an administrator"),
    };

    /// <summary>What happened.</summary>
    public static string EventOf(HistoryEntry line, Language language) =>
        Others.TryGetValue(line.Event, out var known) ? Say(known, language)
        : (Word<CollectionEvent>(line.Event) ?? Word<ProofingEvent>(line.Event) ?? Word<VerificationEvent>(line.Event)) is { } word
            ? PageWords.NameOf(word, language)
        : RequestOf(line.Event, language) ?? line.Event;

    /// <summary>A status, of the track that the line moved.</summary>
    public static string StatusOf(HistoryEntry line, string status, Language language) => (TrackOf(line.Event) switch
    {
        Track.Collection => Word<CollectionStatus>(status),
        Track.Proofing => Word<ProofingStatus>(status),
        _ => Word<VerificationStatus>(status),
    }) is { } word ? PageWords.NameOf(word, language) : status;

    /// <summary>Whose credential it was.</summary>
    public static string ActorOf(HistoryEntry line, Language language) =>
        Actors.TryGetValue(line.By, out var known) ? Say(known, language) : line.By;

    /// <summary>The remark: a reason or an answer in words, teaching points with an arrow, else as it stands.</summary>
    public static string DetailsOf(HistoryEntry line, Language language) =>
        Word<UnitRequestReason>(line.Details) is { } reason ? PageWords.NameOf(reason, language)
        : ProofingAnswers.TryParse(line.Details) is { } answer ? Say(Answers[answer], language)
        : line.Event == StudentMovement.Moved ? line.Details.Replace(" ", " → ", StringComparison.Ordinal)
        : FaultsOf(line.Details, language) ?? line.Details;

    // The codes of what was found, with spaces between.
    private static string? FaultsOf(string details, Language language)
    {
        var words = details.Split(' ').Select(FaultWords.Find).ToList();
        return words.Contains(null)
            ? null
            : string.Join(language == Language.English ? ", " : "、", words.Select(word => Say(word!, language)));
    }

    private static string? RequestOf(string happened, Language language)
    {
        foreach (var kind in Enum.GetValues<UnitRequestKind>())
        {
            if (happened == $"{kind}Requested")
            {
                return Join(kind, UnitRequestStatus.Open);
            }

            foreach (var status in Enum.GetValues<UnitRequestStatus>().Where(status => happened == $"{kind}{status}"))
            {
                return Join(kind, status);
            }
        }

        return null;

        string Join(UnitRequestKind kind, UnitRequestStatus status) =>
            $"{PageWords.NameOf(kind, language)}：{PageWords.NameOf(status, language)}";
    }

    private static Track TrackOf(string happened) =>
        Word<CollectionEvent>(happened) is not null ? Track.Collection
        : Word<ProofingEvent>(happened) is not null || happened == StudentHistory.ProofingCorrected ? Track.Proofing
        : Track.Verification;

    // Names only: a number is no word.
    private static Enum? Word<T>(string name)
        where T : struct, Enum => Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name) : null;

    private static string Say(BilingualText text, Language language) => language == Language.English ? text.English : text.Chinese;

    private enum Track
    {
        Collection,
        Proofing,
        Verification,
    }
}
