using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Pages.College.FileImports;

/// <summary>What a file of any kind did, or would do, in the words of the page.</summary>
public sealed record ImportReport
{
    /// <summary>Rows in the file, without its headings.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that are not imported.</summary>
    public required int Rejected { get; init; }

    /// <summary>What the other rows do.</summary>
    public required IReadOnlyList<ImportCount> Counts { get; init; }

    /// <summary>Why rows are not imported, in the order of the file.</summary>
    public required IReadOnlyList<ImportRemark> Errors { get; init; }

    /// <summary>What is strange about rows that are imported all the same.</summary>
    public required IReadOnlyList<ImportRemark> Warnings { get; init; }

    /// <summary>Rows that are imported.</summary>
    public int Good => Rows - Rejected;

    internal static ImportReport Of(RosterReport report) => new()
    {
        Rows = report.Rows,
        Rejected = report.Rejected,
        Counts =
        [
            new(report.Added, new("新增", "Added"), new("名单中新出现的学生。", "Students who are new.")),
            new(report.Updated, new("更新", "Updated"), new("层次、班级、邮箱等信息有变化。", "Level, class, mail or the like changed.")),
            new(report.Corrected, new("更正", "Corrected"), new("更正身份证号，进度不变。", "Another ID number; progress stays.")),
            new(report.Moved, new("转点", "Moved"), new("转到另一教学点，进度不变。", "Another teaching point; progress stays.")),
            new(report.Unchanged, new("不变", "Unchanged"), new("与现有数据一致。", "As they are known.")),
        ],
        Errors = [.. report.Errors.Select(ImportRemark.Of)],
        Warnings = [.. report.Warnings.Select(ImportRemark.Of)],
    };

    internal static ImportReport Of(TeachingPointReport report) => new()
    {
        Rows = report.Rows,
        Rejected = report.Rejected,
        Counts =
        [
            new(report.Added, new("新增", "Added"), new("新的教学点。", "Teaching points that are new.")),
            new(report.Updated, new("更新", "Updated"), new("名称、联系人等信息有变化。", "Name, contact or the like changed.")),
            new(report.Unchanged, new("不变", "Unchanged"), new("与现有数据一致。", "As they are known.")),
        ],
        Errors = [.. report.Errors.Select(ImportRemark.Of)],
        Warnings = [],
    };

    internal static ImportReport Of(ResultReport report) => new()
    {
        Rows = report.Rows,
        Rejected = report.Rejected,
        Counts =
        [
            new(report.Applied, new("有新结果", "Applied"), new("学生的状态或日期会随之改变。", "Students whose status or date changes.")),
            new(report.Unchanged, new("不变", "Unchanged"), new("与现有结果一致。", "As they are known.")),
            new(report.Older, new("较旧", "Older"), new("已有更新的结果，此行不起作用。", "Something newer is known.")),
            new(report.WithoutResult, new("无结果", "Without result"), new("此行还没有结果。", "Nothing has come of them yet.")),
        ],
        Errors = [.. report.Errors.Select(ImportRemark.Of)],
        Warnings = [.. report.Warnings.Select(ImportRemark.Of)],
    };
}
