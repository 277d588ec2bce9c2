using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Progress;

/// <summary>What can be wrong with a row of results. Cells may hold names, so they are not quoted.</summary>
public static class ResultFailures
{
    internal static Failure NationalIdUnknown { get; } = Failure.Of(
        FailureCodes.NationalIdUnknown,
        "本届名单中没有这个身份证号。",
        "Expected the ID number of a student of this cohort but received another one.");

    internal static Failure Mismatch { get; } = Failure.Of(
        FailureCodes.ResultMismatch,
        "学号与身份证号不属于同一名学生。",
        "Expected the student number and the ID number of one student but received those of two.");

    internal static Failure NobodyNamed { get; } = Failure.Of(
        FailureCodes.ValueMissing, "缺少学号或身份证号。", "Expected a student number or an ID number but received two empty cells.");

    internal static Failure RemarkUnclear { get; } = Failure.Of(
        FailureCodes.ResultUnknown,
        "备注中有类似核验结果的文字,但看不出是否关于身份核验,未导入。",
        "Expected a remark that names the verification but received a verdict's word in one that does not; the row was passed over.");

    /// <summary>Not a day.</summary>
    /// <param name="length">How many characters were received.</param>
    /// <returns>The failure.</returns>
    public static Failure DateUnreadable(int length) => Failure.Of(
        FailureCodes.ResultDate,
        $"无法识别日期(格式如2023-05-20),收到的是{length}个字符的其他内容。",
        $"Expected a day such as 2023-05-20 but received {length} characters that are none.");

    /// <summary>Not a day that results can have.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The failure.</returns>
    public static Failure DateOutOfRange(DateOnly day) => Failure.Of(
        FailureCodes.ResultDate,
        $"日期应在2000-01-01至今天之间,收到的是{day:yyyy-MM-dd}。",
        $"Expected a day from 2000-01-01 until today but received {day:yyyy-MM-dd}.");

    /// <param name="length">How many characters the cell has.</param>
    /// <param name="statuses">What was found in it: nothing, or statuses that contradict each other.</param>
    internal static Failure Unknown(int length, IReadOnlyList<Enum> statuses) => statuses.Count == 0
        ? Failure.Of(
            FailureCodes.ResultUnknown,
            $"无法识别的结果:{length}个字符中没有已知的结果用语。",
            $"Expected a result that docs/api.md lists but received {length} characters that hold none.")
        : Failure.Of(
            FailureCodes.ResultUnknown,
            $"结果自相矛盾:{string.Join("、", statuses.Select(ProgressNames.Of))}。",
            $"Expected one result but received several that contradict each other: {string.Join(", ", statuses)}.");

    internal static Failure Conflict(int otherRow, Enum mine, Enum others) => Failure.Of(
        FailureCodes.ResultConflict,
        $"本行为“{ProgressNames.Of(mine)}”,第{otherRow}行为“{ProgressNames.Of(others)}”,两行矛盾,均未导入。",
        $"Expected one result for a student and day but received {mine} here and {others} in row {otherRow}; neither was imported.");

    internal static Failure Repeated(Enum reported, Enum present) => Failure.Of(
        FailureCodes.ResultRepeated,
        $"名单重复了以前的结果“{ProgressNames.Of(reported)}”;此后已有新的处理,现为“{ProgressNames.Of(present)}”,状态未变,请核对。",
        $"Expected news but received {reported} again; what was recorded since (a review, a correction, a new photo) stays: {present}.");
}
