using PhotoFunctions.TestKit.Files;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>The photos on disc, drawn once a run: every contender reads the same files.</summary>
internal sealed class PhotoSamples : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("photofunctions-benchmark-");
    private readonly Dictionary<(int Width, bool IsProgressive), byte[]> _drawn = [];

    public string FileOf(PhotoCase photo) => Saved($"{photo.Name.Replace(' ', '-')}.jpg", () =>
    {
        if (!_drawn.TryGetValue((photo.Width, photo.IsProgressive), out var drawn))
        {
            drawn = LargePortrait.Draw(seed: 1, photo.Width, photo.Height, photo.IsProgressive);
            _drawn.Add((photo.Width, photo.IsProgressive), drawn);
        }

        // The same pixels and the same scans: what differs is what the profile costs.
        return photo.HasProfile ? JpegFiles.WithProfile(drawn, ColourSpace.DisplayP3.Profile()) : drawn;
    });

    public string Saved(string name, Func<byte[]> create)
    {
        var path = Path.Combine(_folder.FullName, name);
        if (!File.Exists(path))
        {
            File.WriteAllBytes(path, create());
        }

        return path;
    }

    /// <summary>A folder of its own inside, which goes with the photos.</summary>
    public string Folder(string name) => _folder.CreateSubdirectory(name).FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
