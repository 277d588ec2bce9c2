using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Benchmarks.Scale;

/// <summary>The whole app in this process, with its storage transactions counted.</summary>
internal sealed class CountedApp(string connectionString, Action<IServiceCollection>? configure = null)
    : WebApplicationFactory<AppSettings>
{
    private const string AdminKey = "admin-key-of-the-benchmark";

    public CallCounter Calls { get; } = new();

    public CallKinds Kinds { get; } = new();

    public AdvancingClock Clock { get; } = new();

    public HttpClient CreateAdmin()
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", AdminKey);
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.UseSetting("AzureWebJobsStorage", connectionString);
        builder.UseSetting("AdminKey", AdminKey);
        builder.ConfigureTestServices(services =>
        {
            var (blobs, tables) = (new BlobClientOptions { TrimBlobNameSlashes = false }, new TableClientOptions());
            blobs.AddPolicy(Calls, HttpPipelinePosition.PerRetry);
            tables.AddPolicy(Calls, HttpPipelinePosition.PerRetry);
            blobs.AddPolicy(Kinds, HttpPipelinePosition.PerRetry);
            tables.AddPolicy(Kinds, HttpPipelinePosition.PerRetry);
            services.AddSingleton(blobs).AddSingleton(tables).AddSingleton<TimeProvider>(Clock);
            configure?.Invoke(services);
        });
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
