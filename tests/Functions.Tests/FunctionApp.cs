using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Telemetry;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests;

/// <summary>The whole app in this process, on a real Azurite, with its log lines kept and its storage calls counted.</summary>
internal sealed class FunctionApp : WebApplicationFactory<AppSettings>
{
    public const string AdminKey = "admin-key-of-the-tests";

    private readonly string _connectionString;

    public FunctionApp(EmulatorFixture emulator)
        : this(emulator.ConnectionString)
    {
    }

    public FunctionApp(string connectionString) => _connectionString = connectionString;

    /// <summary>Named encryption keys, the current one first; null for the emulator's own.</summary>
    public string? EncryptionKeys { get; init; }

    public CallCounter Calls { get; } = new();

    public StorageFaults Faults { get; } = new();

    public ConcurrentQueue<string> LogLines { get; } = new();

    public BlobContainerClient Container(string name) => new BlobServiceClient(_connectionString, new BlobClientOptions { TrimBlobNameSlashes = false }).GetBlobContainerClient(name);

    /// <summary>Settings beside the ones that every test has.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    public HttpClient CreateAdmin() => CreateBearer(AdminKey);

    public HttpClient CreateBearer(string token)
    {
        // A page that leads elsewhere is looked at by itself; and a client that follows leaves its key behind.
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Makes a teaching point's access key as an administrator does.</summary>
    public async Task<string> IssueKeyAsync(string teachingPoint)
    {
        using var admin = CreateAdmin();
        using var made = await admin.PostAsJsonAsync(
            "/api/access-keys", new { holder = "王老师", role = "teachingPoint", teachingPoint }, TestContext.Current.CancellationToken);
        return (await ReadAsync(made)).GetProperty("token").GetString()!;
    }

    /// <summary>Calls a function as the host does, with a captured body or one of its form.</summary>
    public async Task<HttpResponseMessage> InvokeAsync(string function, string body)
    {
        using var client = CreateClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri($"/{function}", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Puts an upload into the inbox and delivers it; returns its ETag without quotes.</summary>
    public async Task<string> UploadAsync(string blobName, byte[] content)
    {
        var blob = Container("uploads").GetBlobClient(blobName);
        var put = await blob.UploadAsync(BinaryData.FromBytes(content), overwrite: true, TestContext.Current.CancellationToken);
        (await DeliverAsync(blobName)).EnsureSuccessStatusCode();
        return put.Value.ETag.ToString("G").Trim('"');
    }

    public Task<HttpResponseMessage> DeliverAsync(string blobName) =>
        InvokeAsync("PhotoUploaded", HostPayloads.BlobInvocation(Container("uploads").GetBlobClient(blobName).Uri.AbsoluteUri));

    /// <summary>Sets a cohort up whose window is open, with teaching points TP1 and TP2 and the given roster rows.</summary>
    public async Task<HttpClient> EnrolAsync(string cohort, params (string Number, string Name, string Id, string Point)[] students)
    {
        var admin = CreateAdmin();
        var token = TestContext.Current.CancellationToken;
        (await admin.PutAsJsonAsync($"/api/cohorts/{cohort}", new { name = "测试届", collectionOpensOn = "2020-01-01", collectionClosesOn = "2099-12-31" }, token))
            .EnsureSuccessStatusCode();
        foreach (var point in new[] { "TP1", "TP2" })
        {
            (await admin.PutAsJsonAsync($"/api/cohorts/{cohort}/teaching-points/{point}", new { name = "教学点" }, token)).EnsureSuccessStatusCode();
        }

        var csv = string.Join('\n', students.Select(student => $"{student.Number},{student.Name},{student.Id},{student.Point},a@b.example"));
        using var content = new StringContent("学号,姓名,身份证号,教学点,邮箱\n" + csv, Encoding.UTF8, "text/csv");
        var report = await ReadAsync(await admin.PostAsync(new Uri($"/api/cohorts/{cohort}/roster", UriKind.Relative), content, token));
        Assert.Equal(students.Length, report.GetProperty("added").GetInt32());
        return admin;
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("AzureWebJobsStorage", _connectionString);
        builder.UseSetting("AdminKey", AdminKey);
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        if (EncryptionKeys is not null)
        {
            builder.UseSetting("IndexKey", Convert.ToBase64String(new byte[32]));
            builder.UseSetting("EncryptionKeys", EncryptionKeys);
        }

        builder.ConfigureTestServices(services =>
        {
            var blobs = new BlobClientOptions { TrimBlobNameSlashes = false };
            blobs.AddPolicy(Calls, Azure.Core.HttpPipelinePosition.PerRetry);
            var tables = new TableClientOptions();
            tables.AddPolicy(Calls, Azure.Core.HttpPipelinePosition.PerRetry);
            blobs.AddPolicy(Faults, Azure.Core.HttpPipelinePosition.PerRetry);
            tables.AddPolicy(Faults, Azure.Core.HttpPipelinePosition.PerRetry);
            tables.Retry.Delay = TimeSpan.FromMilliseconds(10);
            services.AddSingleton(blobs).AddSingleton(tables).CountStorageCalls();
        });
        builder.ConfigureLogging(logging =>
        {
            // Lines go on to where a test's settings send them, not to the console.
            var console = logging.Services.Where(service => service.ImplementationType == typeof(ConsoleLoggerProvider)).ToList();
            console.ForEach(service => logging.Services.Remove(service));
            logging.AddProvider(new LineKeeper(LogLines));
        });
    }

    private sealed class LineKeeper(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
