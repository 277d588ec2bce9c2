using System.Text.Json.Nodes;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

/// <summary>The requests captured from a real host, and the orders of their keys.</summary>
internal static class Captured
{
    public static readonly string[] BlobMetadata = ["Uri", "Properties", "Metadata", "cohort", "teachingPoint", "fileName", "sys"];

    public static readonly string[] BlobProperties =
    [
        "CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage", "Length", "ContentMD5", "ContentType", "ETag",
        "Created", "LastModified", "BlobType", "LeaseStatus", "LeaseState", "LeaseDuration", "PageBlobSequenceNumber",
        "AppendBlobCommittedBlockCount",
        "IsServerEncrypted", "IsIncrementalCopy", "StandardBlobTier", "RehydrationStatus", "PremiumPageBlobTier", "BlobTierInferred",
        "BlobTierLastModifiedTime", "DeletedTime", "RemainingDaysBeforePermanentDelete",
    ];

    public static readonly string[] PoisonMessage = ["Type", "FunctionId", "BlobType", "ContainerName", "BlobName", "ETag"];

    public static readonly string[] QueueMetadata =
    [
        "DequeueCount", "ExpirationTime", "Id", "InsertionTime", "NextVisibleTime", "PopReceipt", "sys", .. PoisonMessage,
    ];

    public static readonly string[] Sys = ["MethodName", "UtcNow", "RandGuid"];

    /// <summary>The raw body of a captured request.</summary>
    public static string Body(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "HostPayloads", file)))!["body"]!.GetValue<string>();

    public static string[] Keys(JsonNode? node) => node!.AsObject().Select(member => member.Key).ToArray();

    /// <summary>JSON inside JSON.</summary>
    public static string Nested(JsonNode? node) => JsonNode.Parse(node!.GetValue<string>())!.GetValue<string>();
}
