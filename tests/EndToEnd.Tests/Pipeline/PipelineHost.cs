using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Storage.Blobs;
using PhotoFunctions.LocalHost.Demo;
using PhotoFunctions.LocalHost.Demo.Api;
using PhotoFunctions.LocalHost.Processes;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.Pipeline;

/// <summary>The real app under LocalHost with a cohort and its students. Every test takes a student of its own.</summary>
public sealed class PipelineHost : IAsyncLifetime
{
    internal const string Cohort = "E2E-2027";
    internal const string AdminKey = "ph_test_0123456789abcdefghijklmnopqrstuv";
    private readonly Queue<SampleStudent> _students = new(SampleRoster.Invent(40, seed: 7));
    private int _portraits;
    private StorageEmulator _emulator = null!;
    private BlobServiceClient _storage = null!;
    private DemoApi _api = null!;
    private HttpClient _http = null!;

    /// <summary>Where LocalHost listens.</summary>
    internal Uri Address { get; private set; } = null!;

    /// <summary>The storage itself, not through the gate.</summary>
    internal string Storage => _emulator.ConnectionString;

    internal StorageGate Gate { get; private set; } = null!;

    internal HostProcess Process { get; private set; } = null!;

    internal IReadOnlyList<SampleStudent> Roster { get; private set; } = null!;

    internal BlobContainerClient Container(string name) => _storage.GetBlobContainerClient(name);

    public async ValueTask InitializeAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        _emulator = await StorageEmulator.StartAsync(stop);
        _storage = new BlobServiceClient(_emulator.ConnectionString);
        Gate = await StorageGate.StartAsync(new Uri(_storage.Uri, "/"), stop);
        var port = LoopbackPorts.FindFree();
        var gated = _emulator.ConnectionString.Replace(
            $"BlobEndpoint={_storage.Uri}".TrimEnd('/'), $"BlobEndpoint=http://127.0.0.1:{Gate.Port}{_storage.Uri.AbsolutePath}".TrimEnd('/'), StringComparison.Ordinal);
        Process = HostProcess.Start(
            "start", "--port", port.ToString(CultureInfo.InvariantCulture), "--storage", gated, "--setting", $"AdminKey={AdminKey}");
        var address = new Uri($"http://127.0.0.1:{port}/");
        Address = address;
        _api = new DemoApi(address, AdminKey);
        _http = new HttpClient { BaseAddress = new Uri(address, "api/") };
        _http.DefaultRequestHeaders.Add("Authorization", $"Bearer {AdminKey}");
        await Eventually.BeAsync("the app answers", IsHealthyAsync, stop);
        await SetUpAsync(stop);
    }

    /// <summary>A student whom no other test uses.</summary>
    internal SampleStudent TakeStudent()
    {
        lock (_students)
        {
            return _students.Dequeue();
        }
    }

    /// <summary>A portrait that no other test uploads: the same one for two students would have to be reviewed.</summary>
    internal byte[] TakePortrait() => SampleFiles.Portrait(Interlocked.Increment(ref _portraits));

    /// <returns>The version's ETag, as the API shows it.</returns>
    internal async Task<string> UploadAsync(string path, byte[] content)
    {
        var answer = await Container("uploads").GetBlobClient($"{Cohort}/{path}")
            .UploadAsync(BinaryData.FromBytes(content), overwrite: true, TestContext.Current.CancellationToken);
        return answer.Value.ETag.ToString().Trim('"');
    }

    /// <summary>Waits until an upload is decided, and asserts that it is decided once.</summary>
    internal Task<UploadView> OutcomeAsync(string teachingPoint, string etag) => Eventually.GetAsync(
        "the upload's outcome",
        async () => (await OutcomesAsync(teachingPoint)).SingleOrDefault(upload => upload.Etag == etag),
        TestContext.Current.CancellationToken);

    internal Task<IReadOnlyList<UploadView>> OutcomesAsync(string teachingPoint) =>
        _api.ListUploadsAsync(Cohort, teachingPoint, TestContext.Current.CancellationToken);

    internal Task<JsonElement> StudentAsync(SampleStudent student) => GetAsync($"cohorts/{Cohort}/students/{student.Number}");

    internal async Task<byte[]> PhotoAsync(string blobName) =>
        (await Container("photos").GetBlobClient(blobName).DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content.ToArray();

    /// <summary>The inbox holds nothing of this student any more: the pipeline has done all it will do.</summary>
    internal Task InboxEmptyAsync(SampleStudent student) => Eventually.BeAsync(
        "the inbox is empty",
        async () =>
        {
            await foreach (var blob in Container("uploads").GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
            {
                if (blob.Name.Contains(student.NationalId, StringComparison.Ordinal))
                {
                    return false;
                }
            }

            return true;
        },
        TestContext.Current.CancellationToken);

    /// <summary>The original's blob: written before anything is recorded, so that holding it back stops a photo mid-way.</summary>
    internal static string OriginalOf(SampleStudent student, byte[] content) =>
        $"{Cohort}/{student.Number}/{Convert.ToHexStringLower(SHA256.HashData(content))}.jpg";

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await Gate.DisposeAsync();
        await _emulator.DisposeAsync();
        _api.Dispose();
        _http.Dispose();
    }

    private async Task<bool> IsHealthyAsync()
    {
        if (Process.HasExited)
        {
            throw new InvalidOperationException($"LocalHost ended: {Process.Output}");
        }

        try
        {
            using var answer = await _http.GetAsync(new Uri("health", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task SetUpAsync(CancellationToken stop)
    {
        Roster = [.. _students];
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);
        var cohort = new { name = "2027届", collectionOpensOn = today.AddDays(-1), collectionClosesOn = today.AddDays(7) };
        await _api.PutCohortAsync(Cohort, cohort, stop);
        foreach (var (code, name) in SampleRoster.TeachingPoints)
        {
            await _api.PutTeachingPointAsync(Cohort, code, name, "", stop);
        }

        var report = await _api.PostRosterAsync(Cohort, SampleRoster.ToCsv(Roster), "text/csv", stop);
        Assert.Equal(Roster.Count, report.Added);
        await Container("uploads").CreateIfNotExistsAsync(cancellationToken: stop);
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        var json = await _http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(json);
    }
}
