using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Pages.Students;

/// <summary>What a student reads who cannot be let in.</summary>
public sealed record RefusalText(string TitleChinese, string Chinese, string TitleEnglish, string English)
{
    public static RefusalText Of(string code) => code switch
    {
        FailureCodes.LinkExpired => new(
            "链接已过期",
            "请使用最近一封邮件中的链接，或联系您的教学点。",
            "This link has expired",
            "Please use the link in the latest mail, or ask your teaching point."),
        FailureCodes.QuotaExceeded => new(
            "访问过于频繁", "请一分钟后再试。", "Too many requests", "Please try again in a minute."),
        FailureCodes.LinkInvalid => new(
            "链接无效",
            "链接可能不完整。请点击邮件中的链接，或把完整的链接复制到浏览器。",
            "This link is not valid",
            "Part of it may be missing. Please click the link in the mail, or copy the whole of it."),
        _ => new(
            "未找到相关信息",
            "您的信息可能已经变更。请稍后再试，或联系您的教学点。",
            "Nothing was found",
            "Your record may have changed. Please try again later, or ask your teaching point."),
    };
}
