using Azure.Storage.Blobs.Models;
using PhotoFunctions.LocalHost.Invocations;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Blobs;

/// <summary>The metadata of a blob invocation, in the form of the 4.x storage extension: its enumerations are numbers.</summary>
internal static class BlobMetadata
{
    public static IEnumerable<KeyValuePair<string, string>> Create(
        FunctionManifest function, BlobPathPattern path, Uri address, BlobVersion version, TimeProvider time)
    {
        var item = version.Item;
        yield return new("Uri", HostJson.NestedText(address.AbsoluteUri));
        yield return new("Properties", Properties(item.Properties, version.ETag));
        yield return new("Metadata", HostJson.Object((item.Metadata ?? new Dictionary<string, string>())
            .Select(pair => KeyValuePair.Create(pair.Key, HostJson.Text(pair.Value)))));
        foreach (var (token, value) in path.Tokens.Zip(version.Tokens))
        {
            yield return new(token, HostJson.NestedText(value));
        }

        yield return HostJson.Sys(function.Name, time);
    }

    private static string Properties(BlobItemProperties properties, string etag) => HostJson.Object(
    [
        new("CacheControl", HostJson.Text(NullIfEmpty(properties.CacheControl))),
        new("ContentDisposition", HostJson.Text(NullIfEmpty(properties.ContentDisposition))),
        new("ContentEncoding", HostJson.Text(NullIfEmpty(properties.ContentEncoding))),
        new("ContentLanguage", HostJson.Text(NullIfEmpty(properties.ContentLanguage))),
        new("Length", HostJson.Number(properties.ContentLength ?? 0)),
        new("ContentMD5", HostJson.Text(properties.ContentHash is { Length: > 0 } hash ? Convert.ToBase64String(hash) : null)),
        new("ContentType", HostJson.Text(properties.ContentType)),
        new("ETag", HostJson.Text(etag)),
        new("Created", HostJson.Time(properties.CreatedOn)),
        new("LastModified", HostJson.Time(properties.LastModified)),
        new("BlobType", properties.BlobType switch { BlobType.Page => "1", BlobType.Block => "2", BlobType.Append => "3", _ => "0" }),
        new("LeaseStatus", properties.LeaseStatus switch { LeaseStatus.Locked => "1", LeaseStatus.Unlocked => "2", _ => "0" }),
        new("LeaseState", LeaseStateNumber(properties.LeaseState)),
        new("LeaseDuration", LeaseDurationNumber(properties.LeaseDuration)),
        new("PageBlobSequenceNumber", "null"),
        new("AppendBlobCommittedBlockCount", "null"),
        new("IsServerEncrypted", HostJson.Flag(properties.ServerEncrypted ?? false)),
        new("IsIncrementalCopy", HostJson.Flag(properties.IncrementalCopy ?? false)),
        new("StandardBlobTier", TierNumber(properties.AccessTier)),
        new("RehydrationStatus", "null"),
        new("PremiumPageBlobTier", "null"),
        new("BlobTierInferred", properties.AccessTier is null ? "null" : HostJson.Flag(properties.AccessTierInferred)),
        new("BlobTierLastModifiedTime", HostJson.Time(properties.AccessTierChangedOn)),
        new("DeletedTime", HostJson.Time(properties.DeletedOn)),
        new("RemainingDaysBeforePermanentDelete", properties.RemainingRetentionDays is { } days ? HostJson.Number(days) : "null"),
    ]);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string LeaseStateNumber(LeaseState? state) => state switch
    {
        LeaseState.Available => "1",
        LeaseState.Leased => "2",
        LeaseState.Expired => "3",
        LeaseState.Breaking => "4",
        LeaseState.Broken => "5",
        _ => "0",
    };

    private static string LeaseDurationNumber(LeaseDurationType? duration) => duration switch
    {
        LeaseDurationType.Fixed => "1",
        LeaseDurationType.Infinite => "2",
        _ => "0",
    };

    private static string TierNumber(AccessTier? tier)
    {
        if (tier is not { } known)
        {
            return "null";
        }

        return known == AccessTier.Hot ? "1" : known == AccessTier.Cool ? "2" : known == AccessTier.Archive ? "3" : "0";
    }
}
