using System.Text.Json.Nodes;
using PhotoFunctions.LocalHost;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>The app's folder with another host.json: so many photos in flight at most. Everything else is the app's own.</summary>
internal sealed class AppFolder : IDisposable
{
    private const string HostFile = "host.json";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("photofunctions-app-");

    public AppFolder(int inFlight)
    {
        foreach (var entry in new DirectoryInfo(BuildLayout.AppRoot).GetFileSystemInfos().Where(entry => entry.Name != HostFile))
        {
            File.CreateSymbolicLink(Path.Combine(Root, entry.Name), entry.FullName);
        }

        var host = JsonNode.Parse(File.ReadAllText(Path.Combine(BuildLayout.AppRoot, HostFile)))!;
        host["extensions"]!["blobs"] = new JsonObject { ["maxDegreeOfParallelism"] = inFlight };
        File.WriteAllText(Path.Combine(Root, HostFile), host.ToJsonString());
    }

    public string Root => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
