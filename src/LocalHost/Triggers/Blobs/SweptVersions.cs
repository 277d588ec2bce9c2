using System.Collections.Concurrent;

namespace PhotoFunctions.LocalHost.Triggers.Blobs;

/// <summary>
/// What the sweeps through one container have found. Whatever is older than <see cref="DoneBefore"/> is done and needs no memory,
/// so that a full container costs neither a request nor a byte for each old version.
/// </summary>
internal sealed class SweptVersions(DateTimeOffset doneBefore)
{
    /// <summary>
    /// A version that was written before a sweep began was listed by it; the margin is for whole seconds and for clocks that differ.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Sighting> _seen = new(StringComparer.Ordinal);
    private long _sweep;

    private enum Progress
    {
        UnderWay,
        ToRepeat,
        Done,
    }

    public DateTimeOffset DoneBefore { get; private set; } = doneBefore;

    public int Count => _seen.Count;

    public void BeginSweep() => _sweep++;

    /// <returns>Whether this version is to be delivered now.</returns>
    public bool IsNew(BlobVersion version)
    {
        if (version.LastModified < DoneBefore)
        {
            return false;
        }

        if (!_seen.TryGetValue(version.Name, out var sighting) || sighting.ETag != version.ETag || sighting.Progress is Progress.ToRepeat)
        {
            return true;
        }

        _seen.TryUpdate(version.Name, sighting with { Sweep = _sweep }, sighting);
        return false;
    }

    public void Start(BlobVersion version) =>
        _seen[version.Name] = new Sighting(version.ETag, version.LastModified, _sweep, Progress.UnderWay);

    public void Finish(BlobVersion version) => Move(version, Progress.Done);

    /// <summary>The next sweep finds it anew.</summary>
    public void Repeat(BlobVersion version) => Move(version, Progress.ToRepeat);

    /// <param name="begun">When the sweep began, by the clock that dates the versions.</param>
    /// <returns>Whether versions were forgotten because they are older than <see cref="DoneBefore"/> now.</returns>
    public bool EndSweep(DateTimeOffset begun)
    {
        var doneBefore = begun - Margin;
        foreach (var (name, sighting) in _seen)
        {
            if (sighting.Progress is not Progress.UnderWay && sighting.Sweep != _sweep)
            {
                // Deleted, or overwritten since: nothing is left to wait for.
                _seen.TryRemove(KeyValuePair.Create(name, sighting));
            }
            else if (sighting.Progress is not Progress.Done && sighting.LastModified < doneBefore)
            {
                doneBefore = sighting.LastModified;
            }
        }

        if (doneBefore <= DoneBefore)
        {
            return false;
        }

        DoneBefore = doneBefore;
        var old = _seen.Where(pair => pair.Value.Progress is Progress.Done && pair.Value.LastModified < doneBefore).ToList();
        old.ForEach(pair => _seen.TryRemove(pair));
        return old.Count > 0;
    }

    private void Move(BlobVersion version, Progress progress)
    {
        while (_seen.TryGetValue(version.Name, out var sighting)
            && sighting.ETag == version.ETag
            && !_seen.TryUpdate(version.Name, sighting with { Progress = progress }, sighting))
        {
            // A sweep saw it meanwhile: read again.
        }
    }

    private sealed record Sighting(string ETag, DateTimeOffset LastModified, long Sweep, Progress Progress);
}
