using System.Text;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.CustomHandler;
using PhotoFunctions.Functions.PhotoUploaded;
using PhotoFunctions.Functions.PhotoUploadPoisoned;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.UploadReconciliationDue;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>
/// The whole app as one process of it would run, in this one, with everything that it remembers only for itself. Its functions
/// are called as the host calls them; its storage is real, and its storage clients are the app's own with policies put in.
/// </summary>
internal sealed class Worker(WorkerOptions options) : WebApplicationFactory<AppSettings>
{
    public WorkerPolicy Storage { get; } = new();

    /// <summary>The last error that the host was answered with.</summary>
    public Exception? LastError { get; private set; }

    /// <summary>
    /// Calls a function with what the host sends. Not through the web server, which would build its routes anew for each of hundreds
    /// of workers: what it adds, the status 500 for anything thrown, is tested where the app is.
    /// </summary>
    /// <returns>Whether the host takes the work for done.</returns>
    public Task<bool> InvokeAsync(string function, string body)
    {
        var run = FunctionOf(function);
        return RunAsync(async stop =>
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));
            await run(await InvocationReader.ReadAsync(stream, stop), stop);
        });
    }

    /// <summary>Does what a part of the app does, as if the host had called for it.</summary>
    /// <returns>Whether it came to its end.</returns>
    public async Task<bool> RunAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(TestContext.Current.CancellationToken);
            await work(TestContext.Current.CancellationToken);
            return true;
        }
        catch (Exception exception) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            // Whatever it was, the host sees the status 500.
            LastError = exception;
            return false;
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("AzureWebJobsStorage", options.ConnectionString);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            var blobs = new BlobClientOptions { TrimBlobNameSlashes = false };
            var tables = new TableClientOptions();
            var policies = options.Policies();
            foreach (var client in (ClientOptions[])[blobs, tables])
            {
                options.Configure?.Invoke(client);
                foreach (var policy in policies)
                {
                    client.AddPolicy(policy, HttpPipelinePosition.PerCall);
                }

                client.AddPolicy(Storage, HttpPipelinePosition.PerRetry);
            }

            services.AddSingleton(blobs).AddSingleton(tables);
            services.AddSingleton<IPhotoCodec>(options.Codec);
            services.AddSingleton<TimeProvider>(new ShiftedClock(options.Ahead));
        });
    }

    private Func<InvocationMetadata, CancellationToken, Task> FunctionOf(string name) => name switch
    {
        "PhotoUploaded" => Services.GetRequiredService<PhotoUploadedFunction>().RunAsync,
        "PhotoUploadPoisoned" => Services.GetRequiredService<PhotoUploadPoisonedFunction>().RunAsync,
        _ => (_, stop) => Services.GetRequiredService<UploadReconciliationDueFunction>().RunAsync(stop),
    };
}
