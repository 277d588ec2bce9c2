using System.Diagnostics;
using PhotoFunctions.LocalHost;

namespace PhotoFunctions.EndToEnd.Tests.Package;

/// <summary>The function app as it goes to Azure, published once for all tests of it.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("photofunctions-package-");

    internal string Folder => _folder.FullName;

    /// <summary>Every file, below the folder.</summary>
    internal IReadOnlyList<string> Files =>
        [.. _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file.FullName)).Order(StringComparer.Ordinal)];

    public async ValueTask InitializeAsync() => await PublishAsync(Folder, "-p:EventGridBlobTrigger=true");

    /// <summary>As the README says, and with more options if any.</summary>
    internal static async Task PublishAsync(string folder, params string[] options)
    {
        // No build server is left behind: it would hold our pipe open.
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish", Path.Combine(BuildLayout.RepositoryRoot, "src", "Functions"), "-c", "Release", "-o", folder, "-nologo", "-v", "q",
                "-nodeReuse:false", "-p:UseSharedCompilation=false", .. options,
            ])
        {
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await publish.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(publish.ExitCode == 0, said);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
