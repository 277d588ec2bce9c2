using System.Text.Json.Serialization;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Storage.Links;

namespace PhotoFunctions.Functions.Api;

/// <summary>What a caller gets for one file: a link, or why there is none.</summary>
internal sealed record UploadLinkView
{
    /// <summary>As the caller wrote it.</summary>
    public required string? Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Uri? Url { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpiresAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MessageZh { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MessageEn { get; init; }

    public static UploadLinkView Of(string? name, Failure? failure, SignedLink? link) => new()
    {
        Name = name,
        Url = link?.Url,
        ExpiresAt = link?.ExpiresAt,
        Code = failure?.Code,
        MessageZh = failure?.Message.Chinese,
        MessageEn = failure?.Message.English,
    };
}
