using System.Diagnostics;
using System.Text.Json;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>A process that does one contender's work, one JSON task a line. Its memory is its own.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Process _process;

    private WorkerProcess(ProcessStartInfo start)
    {
        // As the app is started; the others get the same.
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        _process = Process.Start(start)!;
    }

    /// <summary>Another program.</summary>
    public static WorkerProcess Other(string program, params string[] arguments) => new(new ProcessStartInfo(program, arguments));

    /// <summary>This program again, in another role, with the garbage collector that the app has.</summary>
    public static WorkerProcess Own(string role, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(WorkerProcess).Assembly.Location, WorkerCommand.Verb, role, .. more]);
        start.Environment["DOTNET_gcServer"] = "1";
        return new WorkerProcess(start);
    }

    public async Task<WorkerAnswer> AskAsync(WorkerTask task, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(task, Json));
        await _process.StandardInput.FlushAsync(cancellationToken);
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException($"{_process.StartInfo.FileName} ended with exit code {await ExitCodeAsync(cancellationToken)}.");
        return JsonSerializer.Deserialize<WorkerAnswer>(line, Json)!;
    }

    /// <summary>Everything that it prints until its end.</summary>
    public async Task<string> ReadToEndAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        var text = await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        var code = await ExitCodeAsync(cancellationToken);
        return code == 0 ? text : throw new InvalidOperationException($"{_process.StartInfo.FileName} ended with exit code {code}.");
    }

    /// <summary>Passes on everything that it prints, line by line, until its end.</summary>
    public async Task CopyToAsync(TextWriter output, CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            await output.WriteLineAsync(line);
        }

        if (await ExitCodeAsync(cancellationToken) is not 0 and var code)
        {
            throw new InvalidOperationException($"{_process.StartInfo.FileName} ended with exit code {code}.");
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }
}
