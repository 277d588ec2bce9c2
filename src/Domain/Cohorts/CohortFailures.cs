using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>What can be wrong with a cohort and its settings.</summary>
public static class CohortFailures
{
    private const int LongestName = 100;

    /// <summary>No such cohort.</summary>
    public static Failure CohortUnknown { get; } = Failure.Of(
        FailureCodes.CohortUnknown, "没有这个届,请先建立。", "Expected the code of an existing cohort but received another one.");

    /// <summary>No such teaching point.</summary>
    public static Failure TeachingPointUnknown { get; } = Failure.Of(
        FailureCodes.TeachingPointUnknown,
        "本届中没有这个教学点,请先建立。",
        "Expected the code of a teaching point of this cohort but received another one.");

    /// <summary>Somebody else changed the settings in between.</summary>
    public static Failure SettingsChanged { get; } = Failure.Of(
        FailureCodes.SettingsChanged,
        "设置已被他人修改,请重新读取后再保存。",
        "Expected the version of the settings that are stored now but received another one; somebody changed them in between.");

    /// <summary>A window without its days.</summary>
    public static Failure WindowMissing { get; } = Failure.Of(
        FailureCodes.ValueMissing,
        "缺少采集起止日期(格式:2023-04-01)。",
        "Expected the first and the last day of the window as dates (2023-04-01) but received none.");

    internal static Failure TeachingPointTwice(int firstRow) => Failure.Of(
        FailureCodes.RosterDuplicate,
        $"与第{firstRow}行的教学点代码重复。",
        $"Expected each teaching point once but received the code of row {firstRow} again.");

    internal static Failure? Name(string? name) => TextRules.Required("名称", "name", name, LongestName);

    internal static Failure SettingInvalid(string name, BilingualText expected, BilingualText received) => Failure.Of(
        FailureCodes.SettingInvalid,
        $"设置有误:{name}应为{expected.Chinese},实际为{received.Chinese}。",
        $"Expected {expected.English} for the setting {name} but received {received.English}.");

    internal static Failure WindowInverted(DateOnly opens, DateOnly closes) => Failure.Of(
        FailureCodes.WindowInverted,
        $"采集截止日期{closes:yyyy-MM-dd}早于开始日期{opens:yyyy-MM-dd}。",
        $"Expected a collection window that closes on or after {opens:yyyy-MM-dd} but received {closes:yyyy-MM-dd}.");

    internal static Failure WindowNotOpen(DateOnly opens) => Failure.Of(
        FailureCodes.WindowNotOpen,
        $"学历图像采集尚未开始,开始日期为{opens:yyyy-MM-dd}。",
        $"Expected an upload on or after {opens:yyyy-MM-dd}, when the collection window opens, but received an earlier one.");

    internal static Failure WindowClosed(DateOnly closes, int graceDays) => Failure.Of(
        FailureCodes.WindowClosed,
        $"学历图像采集已截止,截止日期为{closes:yyyy-MM-dd}{(graceDays == 0 ? "" : $",宽限{graceDays}天")}。",
        $"Expected an upload on or before {closes:yyyy-MM-dd}, when the collection window closes"
        + (graceDays == 0 ? "" : $", or within {graceDays} days of grace") + ", but received a later one.");
}
