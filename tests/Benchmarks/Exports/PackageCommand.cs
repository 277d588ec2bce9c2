using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using PhotoFunctions.Benchmarks.Photos;
using PhotoFunctions.Benchmarks.Scale;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.LocalHost;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Exports;

/// <summary><c>package</c>: what memory a package of photos takes while it streams through LocalHost.</summary>
internal static class PackageCommand
{
    private const string Cohort = "2024";
    private const string AdminKey = "benchmark-0123456789abcdefghijklmnopqrs";
    private const int Points = 2;

    public static Command Create()
    {
        var photos = new Option<int>("--photos") { Description = "Accepted photos.", HelpName = "N", DefaultValueFactory = _ => 10_000 };
        var command = new Command("package", "Measure a package of photos: memory of the app and of the host while it streams.") { photos };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(photos), result.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task RunAsync(int photos, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(Machine.Describe());
        var (indexKey, encryptionKeys) = DataKeys.Generate();
        await using var storage = await StorageEmulator.StartAsync(cancellationToken);
        using var host = await ChildHost.StartAsync(
            BuildLayout.AppRoot, cancellationToken, "--storage", storage.ConnectionString, "--setting", $"AdminKey={AdminKey}",
            "--setting", $"IndexKey={indexKey}", "--setting", $"EncryptionKeys={encryptionKeys}");
        using var admin = new HttpClient { BaseAddress = host.Address, Timeout = Timeout.InfiniteTimeSpan };
        admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminKey);
        await SetUpAsync(admin, cancellationToken);
        var start = Stopwatch.GetTimestamp();
        var bytes = await new AcceptedPhotos(storage.ConnectionString, DataKeys.Parse(indexKey, encryptionKeys))
            .PutAsync(Cohort, photos, Points, cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"put {photos} photos of {ProcessMemory.Mebibytes(bytes)} into storage in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));

        var app = ProcessMemory.ChildrenOf(host.Process.Id)
            .Single(child => child.Name.StartsWith("PhotoFunctions", StringComparison.Ordinal)).Id;

        // Once to warm up: what is made once is no growth.
        for (var round = 0; round < 2; round++)
        {
            ProcessMemory.ResetPeak(app);
            ProcessMemory.ResetPeak(host.Process.Id);
            var (appIdle, hostIdle) = (ProcessMemory.PeakBytesOf(app), ProcessMemory.PeakBytesOf(host.Process.Id));
            start = Stopwatch.GetTimestamp();
            var (entries, length) = await ExportAsync(admin, cancellationToken);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"package: {entries} files, {ProcessMemory.Mebibytes(length)}, {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s; "
                + $"app {ProcessMemory.Mebibytes(appIdle)} before, {ProcessMemory.Mebibytes(ProcessMemory.PeakBytesOf(app))} at most; "
                + $"host {ProcessMemory.Mebibytes(hostIdle)} before, "
                + $"{ProcessMemory.Mebibytes(ProcessMemory.PeakBytesOf(host.Process.Id))} at most"));
        }

        await host.StopAsync(cancellationToken);
    }

    private static async Task SetUpAsync(HttpClient admin, CancellationToken cancellationToken)
    {
        var settings = new { name = "2024届", collectionOpensOn = "2023-04-01", collectionClosesOn = "2099-06-30" };
        (await admin.PutAsJsonAsync($"/api/cohorts/{Cohort}", settings, cancellationToken)).EnsureSuccessStatusCode();
        for (var point = 0; point < Points; point++)
        {
            var address = $"/api/cohorts/{Cohort}/teaching-points/{Roster.PointOf(point)}";
            (await admin.PutAsJsonAsync(address, new { name = "教学点" }, cancellationToken)).EnsureSuccessStatusCode();
        }
    }

    private static async Task<(int Entries, long Bytes)> ExportAsync(HttpClient admin, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/cohorts/{Cohort}/exports/photos")
        {
            Content = JsonContent.Create(new { reason = "测量", by = "管理员" }),
        };
        using var response = await admin.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        var path = Path.GetTempFileName();
        try
        {
            await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
            await response.Content.CopyToAsync(file, cancellationToken);
            await using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            return (zip.Entries.Count, file.Length);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
