using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.Benchmarks.Telemetry;

/// <summary>The app as a process of its own, called as the host calls it.</summary>
internal sealed class MeasuredApp : IDisposable
{
    private const string AdminKey = "benchmark-0123456789abcdefghijklmnopqrs";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly Process _process;

    private MeasuredApp(Process process, HttpClient client) => (_process, Client) = (process, client);

    public HttpClient Client { get; }

    /// <summary>The processor time that it has taken until now, user and system.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<MeasuredApp> StartAsync(
        string storage, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var port = LoopbackPorts.FindFree();
        var start = new ProcessStartInfo(Path.Combine(BuildLayout.AppRoot, "PhotoFunctions"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["AzureWebJobsStorage"] = storage;
        start.Environment["AdminKey"] = AdminKey;
        start.Environment["AdministratorRequestsPerMinute"] = "10000000";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminKey);
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), cancellationToken);
                return new MeasuredApp(process, client);
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
