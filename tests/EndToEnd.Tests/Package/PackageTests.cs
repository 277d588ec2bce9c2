using System.Text.Json;
using PhotoFunctions.EndToEnd.Tests.Pipeline;
using PhotoFunctions.LocalHost;

namespace PhotoFunctions.EndToEnd.Tests.Package;

/// <summary>What <c>dotnet publish</c> makes is the whole function app, and nothing else.</summary>
public sealed class PackageTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    /// <summary>What a developer needs and a live app does not, by a part of its name.</summary>
    private static readonly string[] OfDevelopers =
    [
        "local.settings", "appsettings.", "launchSettings", "web.config", ".staticwebassets", "node_modules", "package.json", "azurite", "xunit",
        "testhost", "TestKit", "Playwright", "LocalHost", "Benchmarks", "Bicep", ".cs", ".csproj", ".razor", ".lock.json", "PhotoFunctions.Domain.xml",
        "PhotoFunctions.xml",
    ];

    [Fact]
    public void Holds_a_manifest_for_every_function()
    {
        var manifests = Directory.EnumerateDirectories(Path.Combine(BuildLayout.RepositoryRoot, "src", "Functions"))
            .Where(folder => File.Exists(Path.Combine(folder, "function.json")))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            manifests, app.Files.Where(file => file.EndsWith("/function.json", StringComparison.Ordinal)).Select(file => file.Split('/')[0]));
        Assert.Contains("host.json", app.Files);
    }

    [Fact]
    public void Listens_to_Event_Grid()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(app.Folder, "PhotoUploaded", "function.json")));

        var trigger = Assert.Single(manifest.RootElement.GetProperty("bindings").EnumerateArray());
        Assert.Equal(
            ("blobTrigger", "EventGrid", "uploads/{name}"),
            (trigger.GetProperty("type").GetString(), trigger.GetProperty("source").GetString(), trigger.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task Polls_where_nobody_asked_for_Event_Grid()
    {
        var folder = Directory.CreateTempSubdirectory("photofunctions-package-polling-");
        try
        {
            await PublishedApp.PublishAsync(folder.FullName);

            Assert.True(File.Exists(Path.Combine(folder.FullName, "PhotoFunctions")));
            Assert.DoesNotContain(
                "EventGrid", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "PhotoUploaded", "function.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Holds_the_program_that_the_manifest_names_and_may_run_it()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(app.Folder, "host.json")));
        var program = host.RootElement.GetProperty("customHandler").GetProperty("description").GetProperty("defaultExecutablePath").GetString()!;

        Assert.Equal("PhotoFunctions", program);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(app.Folder, program)).HasFlag(UnixFileMode.OtherExecute));

        // .NET itself lies beside it, and what decodes pictures and finds faces.
        Assert.All(
            ["libcoreclr.so", "libhostfxr.so", "System.Private.CoreLib.dll", "Cascades/haarcascade_frontalface_alt2.xml", "Cascades/haarcascade_eye_tree_eyeglasses.xml"],
            file => Assert.Contains(file, app.Files));
        Assert.Contains(app.Files, file => Path.GetFileName(file).StartsWith("libvips", StringComparison.Ordinal));
    }

    [Fact]
    public void Holds_nothing_of_developers()
    {
        Assert.DoesNotContain(app.Files, file => OfDevelopers.Any(part => part is ".cs" or ".csproj" or ".razor"
            ? file.EndsWith(part, StringComparison.OrdinalIgnoreCase)
            : file.Contains(part, StringComparison.OrdinalIgnoreCase)));

        var bytes = app.Files.Sum(file => new FileInfo(Path.Combine(app.Folder, file)).Length);
        TestContext.Current.SendDiagnosticMessage($"package: {app.Files.Count} files, {bytes / 1024.0 / 1024.0:0.0} MiB");
    }

    [Fact]
    public async Task Does_the_whole_job_under_LocalHost()
    {
        var photos = Directory.CreateTempSubdirectory("photofunctions-package-demo-");
        try
        {
            await using var demo = HostProcess.Start(
            [
                "demo", "--exit", "--in-memory", "--app-root", app.Folder, "--students", "56", "--out", photos.FullName,
                .. HostProcess.FreePorts("--port", "--blob-port", "--queue-port", "--table-port"),
            ]);

            Assert.True(await demo.WaitForExitAsync(TestContext.Current.CancellationToken) == 0, demo.Output);
            Assert.EndsWith(" 0 lost", demo.Lines[^1], StringComparison.Ordinal);
        }
        finally
        {
            photos.Delete(recursive: true);
        }
    }
}
