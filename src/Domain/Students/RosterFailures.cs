using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Students;

/// <summary>What can be wrong with a roster and its rows; a file of results shares what is about the file.</summary>
public static class RosterFailures
{
    /// <summary>The same ID number under another student number.</summary>
    public static Failure NationalIdTaken { get; } = Failure.Of(
        FailureCodes.NationalIdTaken,
        "该身份证号已属于本届的另一个学号。",
        "Expected an ID number that is new in this cohort but received one that belongs to another student number.");

    /// <summary>The same student number with another ID number, and another name or teaching point: somebody else.</summary>
    public static Failure StudentNumberTaken { get; } = Failure.Of(
        FailureCodes.StudentNumberTaken,
        "该学号已登记为另一人:身份证号不同,且姓名或教学点也不同。更正身份证号时,姓名和教学点须与登记一致。",
        "Expected a new student number, or this student's ID number, name or teaching point alone to differ, but received somebody else's number.");

    /// <summary>No such student.</summary>
    public static Failure StudentNumberUnknown { get; } = Failure.Of(
        FailureCodes.StudentNumberUnknown, "本届中没有这个学号。", "Expected the number of a student of this cohort but received another one.");

    /// <summary>The student is on the way to another teaching point.</summary>
    public static Failure StudentMoving { get; } = Failure.Of(
        FailureCodes.StudentMoving,
        "该学生正在转往另一教学点,请稍后再试。",
        "Expected a student who is at one teaching point but received one whose move is not finished yet; try again later.");

    /// <summary>Neither yes nor no in the column 补采.</summary>
    public static Failure RecaptureUnclear { get; } = Failure.Of(
        FailureCodes.RecaptureUnclear,
        "补采列应填“是”或“否”,或留空。",
        "Expected 是, 补采, 1, true, yes or Y, or 否, 0, false, no or nothing, for 补采 but received another word.");

    /// <summary>Not a file that can be read.</summary>
    public static Failure Unreadable { get; } = Failure.Of(
        FailureCodes.RosterUnreadable,
        "无法读取文件,应为csv(UTF-8或GB18030)或xlsx。",
        "Expected a csv (UTF-8 or GB18030) or xlsx file but received content that cannot be read as one.");

    /// <summary>Another file than the one whose preview somebody agreed to, or none was previewed.</summary>
    public static Failure FileChanged { get; } = Failure.Of(
        FailureCodes.FileChanged,
        "此文件与预览的文件不同,没有写入任何内容;请先预览此文件。",
        "Expected the file that was previewed but received another one, or none was previewed; preview this file first.");

    /// <summary>A csv row with fewer cells than the others.</summary>
    /// <param name="row">The row's number in the file, from 1.</param>
    /// <returns>The failure.</returns>
    public static Failure ShortRow(int row) => Failure.Of(
        FailureCodes.RosterUnreadable,
        $"文件第{row}行的列数少于前面的行,请补齐逗号。",
        $"Expected as many cells in every row but row {row} has fewer; add the missing commas.");

    /// <summary>Too many rows or bytes.</summary>
    /// <param name="limit">The cap, with its unit.</param>
    /// <returns>The failure.</returns>
    public static Failure TooLarge(string limit) => Failure.Of(
        FailureCodes.RosterTooLarge, $"文件过大,上限为{limit}。", $"Expected a file of at most {limit} but received a larger one.");

    /// <summary>No row holds all required headings.</summary>
    /// <param name="headings">Those that the row lacks that is most like headings.</param>
    /// <returns>The failure.</returns>
    public static Failure HeadingMissing(string headings) => Failure.Of(
        FailureCodes.HeadingMissing,
        $"文件缺少列:{headings}(标题须在前五行内的同一行)。",
        $"Expected all required headings in one of the first five rows but did not find {headings}.");

    /// <summary>Two columns for one field.</summary>
    /// <param name="headings">The later ones.</param>
    /// <returns>The failure.</returns>
    public static Failure HeadingRepeated(string headings) => Failure.Of(
        FailureCodes.HeadingRepeated,
        $"有两列表示同一内容:{headings}。请只保留一列。",
        $"Expected one column for each field but found another one: {headings}.");

    internal static Failure FormulaCell(string chinese, string english) => Failure.Of(
        FailureCodes.FormulaCell,
        $"{chinese}是公式;请将公式转换为文本(选择性粘贴为值)后重新导入。",
        $"Expected text but received a formula for the {english}; paste its value as text.");

    internal static Failure TooLong(string chinese, string english, int limit, int actual) =>
        TextRules.TooLong(chinese, english, limit, actual);

    internal static Failure ControlCharacter(string chinese, string english) => TextRules.ControlCharacter(chinese, english);

    internal static Failure Duplicate(int firstRow) => Failure.Of(
        FailureCodes.RosterDuplicate,
        $"与第{firstRow}行的学号或身份证号重复。",
        $"Expected each student once but received the student number or ID number of row {firstRow} again.");
}
