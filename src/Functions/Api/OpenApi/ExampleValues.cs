using System.Text.Json.Nodes;

namespace PhotoFunctions.Functions.Api.OpenApi;

/// <summary>Values of the examples: nobody's. The ID number is the one that the standard prints.</summary>
internal static class ExampleValues
{
    private const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["OfferedFile.name"] = "2班/11010519491231002X.jpg",
        ["UploadLinkView.name"] = "2班/11010519491231002X.jpg",
        ["TeachingPointBody.name"] = "南昌教学点",
        ["TeachingPointView.name"] = "南昌教学点",
        ["TeachingPointView.code"] = "TP012",
        ["PointStatisticsView.code"] = "TP012",
        ["PointStatisticsView.name"] = "南昌教学点",
        ["PointCountsView.code"] = "TP012",
        ["PointCountsView.name"] = "南昌教学点",
        ["PointSummaryView.code"] = "TP012",
        ["PointSummaryView.name"] = "南昌教学点",
        ["GlanceView.name"] = "2024届",
        ["GlancePointView.code"] = "TP012",
        ["GlancePointView.name"] = "南昌教学点",
        ["CohortLine.name"] = "2024届",
        ["CohortSummaryView.name"] = "2024届",
        ["ExportBody.reason"] = "上报学历图像平台",
        ["RemovalBody.reason"] = "退学",
        ["PictureLink.url"] = "https://college.blob.core.windows.net/originals/2024/2023040001/9f86d0.jpg?sp=r&sig=signature",
        ["HealthView.status"] = "ok",
        ["UploadView.outcome"] = "rejected",
        ["Act.event"] = "ReviewApproved",
        ["AccessKeyBody.role"] = "teachingPoint",
        ["address"] = "南昌市学府大道1号",
        ["appeal"] = "findings",
        ["blobName"] = $"2024/2023040001/{Sha256}.platform-120x160.jpg",
        ["by"] = "王老师",
        ["className"] = "2班",
        ["code"] = "photo-too-small",
        ["cohort"] = "2024",
        ["contact"] = "王老师",
        ["continuation"] = "k1.b3BhcXVl",
        ["credential"] = "settings",
        ["description"] = "照片上没有学号",
        ["details"] = "photo-too-small",
        ["detail"] = "Expected something else.",
        ["doubtCodes"] = "photo-blurred",
        ["etag"] = "0x8DB2F1A3C4D5E6F",
        ["event"] = "PhotoRejected",
        ["expected"] = "≥ 480 px",
        ["faultCodes"] = "photo-too-small",
        ["fileName"] = "1101**********002X.jpg",
        ["from"] = "Awaiting",
        ["to"] = "Rejected",
        ["heading"] = "学号",
        ["hintEn"] = "Upload the capture unit's original; do not enlarge a small one.",
        ["hintZh"] = "请上传拍摄单位提供的原图,不要放大。",
        ["holder"] = "王老师",
        ["level"] = "本科",
        ["mail"] = "wang@example.edu.cn",
        ["major"] = "会计学",
        ["measured"] = "312 px",
        ["messageEn"] = "Expected at least 480 pixels for width but received 312.",
        ["messageZh"] = "照片宽度不足:要求至少480像素,实际为312像素。",
        ["name"] = "张三",
        ["nationalId"] = "1101**********002X",
        ["person"] = "王老师",
        ["phone"] = "0791-88880000",
        ["photoFileName"] = "{nationalId}.jpg",
        ["picture"] = "original",
        ["profile"] = "platform-120x160",
        ["reason"] = "与本人核对无误",
        ["requestedBy"] = "王老师",
        ["setting"] = "graceDays",
        ["sha256"] = Sha256,
        ["studentNumber"] = "2023040001",
        ["teachingPoint"] = "TP012",
        ["token"] = "ph_key_secret",
        ["type"] = "urn:photofunctions:photo-too-small",
        ["title"] = "photo-too-small",
        ["url"] = "https://college.blob.core.windows.net/uploads/2024/TP012/11010519491231002X.jpg?sp=c&sig=signature",
    };

    // A file of which one is said is not one of which the other is.
    private static readonly HashSet<string> Absent = ["UploadLinkView.code", "UploadLinkView.messageZh", "UploadLinkView.messageEn"];

    // What is counted, by the member that holds the counts.
    private static readonly Dictionary<string, string> Counted = new()
    {
        ["stages"] = "collection",
        ["collection"] = "accepted",
        ["proofing"] = "due",
        ["verification"] = "pending",
    };

    public static string KeyOf(string name) => Counted.GetValueOrDefault(name, "name");

    public static bool IsAbsent(string owner, string member) => Absent.Contains($"{owner}.{member}");

    public static JsonNode? Of(string name) => Texts.TryGetValue(name, out var text) ? text : null;

    public static JsonNode? OfType(string? type, string? format, JsonNode? minimum) => (type, format) switch
    {
        ("string", "date-time") => "2023-05-20T08:00:00+00:00",
        ("string", "date") => "2023-05-20",
        ("string", _) => "text",
        ("integer", _) => minimum?.DeepClone() ?? 1,
        ("number", _) => 0.5,
        ("boolean", _) => false,
        ("array", _) => new JsonArray(),
        ("object", _) => new JsonObject(),
        _ => null,
    };
}
