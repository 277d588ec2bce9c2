using System.Text.Json.Serialization;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>The language of a cohort's mails and pages.</summary>
public enum Language
{
    /// <summary>简体中文.</summary>
    [JsonStringEnumMemberName("zh-CN")]
    Chinese,

    /// <summary>English.</summary>
    [JsonStringEnumMemberName("en")]
    English,
}
