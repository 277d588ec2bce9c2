using Azure;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.LocalHost.Triggers.Blobs;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

public sealed class SweptVersionsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Delivers_a_version_once()
    {
        var versions = new SweptVersions(DateTimeOffset.MinValue);
        var version = Version("a", "1", Noon);

        Assert.True(Sweep(versions, Noon, version));
        Assert.False(Sweep(versions, Noon, version));
        versions.Finish(version);
        Assert.False(Sweep(versions, Noon, version));
        Assert.True(Sweep(versions, Noon, Version("a", "2", Noon)));
    }

    [Fact]
    public void Forgets_what_is_done_and_still_does_not_deliver_it_again()
    {
        var versions = new SweptVersions(DateTimeOffset.MinValue);
        var version = Version("a", "1", Noon);
        Sweep(versions, Noon, version);
        versions.Finish(version);

        Assert.False(Sweep(versions, Noon.AddMinutes(1), version));

        Assert.Equal(0, versions.Count);
        Assert.InRange(versions.DoneBefore, Noon.AddTicks(1), Noon.AddMinutes(1));
        Assert.False(Sweep(versions, Noon.AddMinutes(2), version));
        Assert.True(Sweep(versions, Noon.AddMinutes(2), Version("a", "2", Noon.AddMinutes(2))));
    }

    [Fact]
    public void Waits_for_versions_under_way_and_for_those_to_repeat()
    {
        var versions = new SweptVersions(DateTimeOffset.MinValue);
        var (slow, failing) = (Version("slow", "1", Noon.AddSeconds(1)), Version("failing", "1", Noon));
        Sweep(versions, Noon.AddMinutes(1), slow, failing);
        versions.Repeat(failing);

        Assert.Equal(Noon, versions.DoneBefore);
        Assert.True(Sweep(versions, Noon.AddMinutes(2), slow, failing));
        versions.Finish(failing);
        Sweep(versions, Noon.AddMinutes(3), slow, failing);
        Assert.Equal(Noon.AddSeconds(1), versions.DoneBefore);
    }

    [Fact]
    public void Does_not_wait_for_a_failed_version_that_is_gone()
    {
        var versions = new SweptVersions(DateTimeOffset.MinValue);
        var failing = Version("failing", "1", Noon);
        Sweep(versions, Noon, failing);
        versions.Repeat(failing);

        Sweep(versions, Noon.AddMinutes(1));

        Assert.True(versions.DoneBefore > Noon);
        Assert.Equal(0, versions.Count);
    }

    /// <returns>Whether any of the versions was new; new ones are under way then.</returns>
    private static bool Sweep(SweptVersions versions, DateTimeOffset begun, params BlobVersion[] listed)
    {
        versions.BeginSweep();
        var found = listed.Where(versions.IsNew).ToList();
        found.ForEach(versions.Start);
        versions.EndSweep(begun);
        return found.Count > 0;
    }

    private static BlobVersion Version(string name, string eTag, DateTimeOffset written)
    {
        var properties = BlobsModelFactory.BlobItemProperties(accessTierInferred: true, lastModified: written, eTag: new ETag(eTag));
        return new BlobVersion { Item = BlobsModelFactory.BlobItem(name, deleted: false, properties), Tokens = [] };
    }
}
