using System.Globalization;
using Azure.Storage.Blobs;
using PhotoFunctions.LocalHost.Demo;
using PhotoFunctions.LocalHost.Demo.Api;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>The whole app under LocalHost: photos from the container to the outcome, so many in flight, and the most memory that its process held.</summary>
internal sealed class AppMemory(TextWriter output)
{
    private const int InFlight = 4;
    private const string Cohort = "bench";
    private const string AdminKey = "benchmark-0123456789abcdefghijklmnopqrs";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task RunAsync(string folder, CancellationToken cancellationToken)
    {
        var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Concat(Directory.GetFiles(folder)).ToArray();
        var students = SampleRoster.Invent(files.Length, seed: 1);
        using var app = new AppFolder(InFlight);
        await using var storage = await StorageEmulator.StartAsync(cancellationToken);
        using var host = await ChildHost.StartAsync(
            app.Root, cancellationToken, "--storage", storage.ConnectionString, "--setting", $"AdminKey={AdminKey}",
            "--setting", $"DecodeJournalFolder={Path.Combine(app.Root, "journal")}");
        using var api = new DemoApi(host.Address, AdminKey);
        await SetUpAsync(api, students, cancellationToken);
        var process = ProcessMemory.ChildrenOf(host.Process.Id).Single(child => child.Name.StartsWith("PhotoFunctions", StringComparison.Ordinal)).Id;
        var idle = ProcessMemory.PeakBytesOf(process);

        var container = new BlobContainerClient(storage.ConnectionString, "uploads");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await Parallel.ForAsync(0, files.Length, cancellationToken, async (number, token) =>
        {
            var name = $"{Cohort}/{students[number].TeachingPoint}/{students[number].NationalId}.jpg";
            await container.GetBlobClient(name).UploadAsync(files[number], token);
        });
        await Eventually.TrueAsync(async () => await DecidedAsync(api, cancellationToken) >= files.Length, "all outcomes", cancellationToken, Patience);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"the app under LocalHost, {files.Length} mixed photos, {InFlight} in flight: peak {ProcessMemory.Mebibytes(ProcessMemory.PeakBytesOf(process))} (idle {ProcessMemory.Mebibytes(idle)})"));
        await host.StopAsync(cancellationToken);
    }

    private static async Task SetUpAsync(DemoApi api, IReadOnlyList<SampleStudent> students, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);
        var cohort = new { name = "Benchmark", collectionOpensOn = today.AddDays(-1), collectionClosesOn = today.AddDays(7) };
        await api.PutCohortAsync(Cohort, cohort, cancellationToken);
        foreach (var (code, name) in SampleRoster.TeachingPoints)
        {
            await api.PutTeachingPointAsync(Cohort, code, name, "", cancellationToken);
        }

        await api.PostRosterAsync(Cohort, SampleRoster.ToCsv(students), "text/csv", cancellationToken);
    }

    private static async Task<int> DecidedAsync(DemoApi api, CancellationToken cancellationToken)
    {
        var decided = 0;
        foreach (var (code, _) in SampleRoster.TeachingPoints)
        {
            decided += (await api.ListUploadsAsync(Cohort, code, cancellationToken)).Count;
        }

        return decided;
    }
}
