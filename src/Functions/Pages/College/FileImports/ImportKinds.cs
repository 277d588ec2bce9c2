using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Functions.Pages.College.FileImports;

/// <summary>The kinds of files, in the order in which a cohort needs them. A test imports every column that is named here.</summary>
internal static class ImportKinds
{
    private static readonly ImportColumn[] Person =
    [
        new("学号", "xh, studentNumber", IsRequired: true, new("学号与身份证号有一列即可；两列都有时须属于同一学生。", "One of the two columns is enough.")),
        new("身份证号", "身份证号码, 身份证件号码, 证件号码, sfzh, zjhm, nationalId", IsRequired: false, new("须为文本格式的单元格。", "Cells of text, not of numbers.")),
    ];

    public static ImportKind TeachingPoints { get; } = new()
    {
        Address = "teaching-points",
        Name = new("教学点", "Teaching points"),
        About = new(
            "新增或更新教学点。文件没有的列保持不变，空单元格会清空该项；最多2000行。",
            "Adds or updates teaching points. What has no column stays, an empty cell clears it. At most 2,000 rows."),
        Action = AuditAction.TeachingPointsImported,
        Columns =
        [
            new("代码", "教学点代码, code", IsRequired: true),
            new("名称", "教学点名称, name", IsRequired: false, new("新教学点必填。", "A new teaching point needs it.")),
            new("联系人", "contact", IsRequired: false),
            new("邮箱", "mail", IsRequired: false),
            new("电话", "phone", IsRequired: false),
            new("地址", "address", IsRequired: false, new("纸质照片寄往此地址。", "Prints are sent there.")),
        ],
    };

    public static ImportKind Roster { get; } = new()
    {
        Address = "roster",
        Name = new("学生名单", "Roster"),
        About = new(
            "新增学生、更新信息、更正身份证号、转教学点。名单中没有的学生保持不变；再次导入同一文件不会改变任何内容。",
            "Enrols students, updates them, corrects ID numbers, moves them. Others stay as they are; importing again changes nothing."),
        Action = AuditAction.RosterImported,
        Columns =
        [
            new("学号", "studentNumber", IsRequired: true),
            new("姓名", "name", IsRequired: true),
            new("身份证号", "身份证号码, nationalId", IsRequired: true, new("须为文本格式的单元格。", "Cells of text, not of numbers.")),
            new("教学点", "教学点代码, teachingPoint", IsRequired: true, new("教学点的代码。", "The code.")),
            new("层次", "level", IsRequired: false),
            new("专业", "major", IsRequired: false),
            new("班级", "className", IsRequired: false),
            new("邮箱", "mail", IsRequired: false),
            new("手机", "手机号, phone", IsRequired: false),
            new("补采", "recapture", IsRequired: false, new("填“是”：往届学生核验未通过，须重新采集。", "是 (yes): an earlier photo was not verified.")),
        ],
    };

    public static IReadOnlyList<ImportKind> All { get; } =
    [
        TeachingPoints,
        Roster,
        new()
        {
            Address = "capture-approvals",
            Name = new("采集审核结果", "Capture approvals"),
            About = new("采集单位审核通过的日期。", "The dates on which the capture unit approved."),
            Action = AuditAction.ResultsImported,
            Results = ResultKind.CaptureApprovals,
            Columns = [.. Person, new("审核通过日期", "采集审核日期, 审核日期, approvedOn", IsRequired: true)],
        },
        new()
        {
            Address = "proofing",
            Name = new("校对结果", "Proofing results"),
            About = new("学生在学信网校对图像的结果。", "What students answered about their picture on the national site."),
            Action = AuditAction.ResultsImported,
            Results = ResultKind.Proofing,
            Columns =
            [
                .. Person,
                new("校对结果", "校对状态, 图像校对, proofing", IsRequired: true, new("如：正确、有误、无图像、非本人。", "As 正确, 有误, confirmed, disputed.")),
                new("校对日期", "校对时间, resultAt", IsRequired: false),
            ],
        },
        new()
        {
            Address = "verification",
            Name = new("身份核验结果", "Verification results"),
            About = new(
                "平台身份核验的结果；在校生名单下载文件的备注列（bz）也可以。",
                "The platform's verdicts; the remark column (bz) of its download of students will do."),
            Action = AuditAction.ResultsImported,
            Results = ResultKind.Verification,
            Columns =
            [
                .. Person,
                new(
                    "核验结果",
                    "身份核验结果, 身份核验, 核验状态, 比对结果, 人像比对结果, verification",
                    IsRequired: true,
                    new("如：通过、未通过、不确定、异常、复核中、已备案。没有此列时取备注（bz）。", "As 通过, 未通过, passed, failed; without it the remark counts.")),
                new("备注", "bz", IsRequired: false),
                new("核验日期", "核验时间, 比对日期, 比对时间, resultAt", IsRequired: false),
            ],
        },
    ];
}
