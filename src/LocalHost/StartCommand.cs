using System.CommandLine;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using PhotoFunctions.LocalHost.Http;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost;

/// <summary><c>start</c>: serves a function app until it is told to stop.</summary>
internal static class StartCommand
{
    public static Command Create()
    {
        var binding = new HostOptionsBinding();
        var command = new Command("start", "Serve a function app, with no data of its own.");
        binding.AddTo(command);
        command.SetAction((result, cancellationToken) =>
            RunAsync(binding.Parse(result), result.InvocationConfiguration.Output, TimeProvider.System, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(HostOptions options, TextWriter output, TimeProvider time, CancellationToken cancellationToken)
    {
        (options, var generatedKey) = AdminKey.Ensure(options);
        await using var session = await HostSession.StartAsync(options, time, cancellationToken);
        await output.WriteLineAsync(Describe(session, options, generatedKey));

        var stopped = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stop = cancellationToken.Register(() => stopped.TrySetResult(ExitCodes.Success));
        return await await Task.WhenAny(session.Completion, stopped.Task);
    }

    private static string Describe(HostSession session, HostOptions options, string? generatedKey)
    {
        var lines = new List<string>
        {
            $"Serving {session.App.Root}",
            $"  address     {session.Address}",
        };
        foreach (var function in session.App.Functions)
        {
            if (function.Trigger is HttpTrigger http)
            {
                lines.Add($"  function    {function.Name}: {session.Address}{HttpDoor.Path(session.App.Host, http)}");
            }
            else
            {
                lines.Add($"  function    {function.Name}: {function.Trigger.GetType().Name}");
            }
        }

        lines.Add($"  blobs       {new BlobServiceClient(session.StorageConnectionString).Uri}");
        lines.Add($"  queues      {new QueueServiceClient(session.StorageConnectionString).Uri}");
        if (options.Storage is null)
        {
            lines.Add($"  data        {(options.InMemory ? "in memory, gone at the end" : Path.GetFullPath(options.DataDirectory))}");
        }

        lines.Add($"  master key  {session.MasterKey}  (x-functions-key of {session.Address}admin/functions/NAME)");
        if (generatedKey is not null)
        {
            lines.Add($"  {AdminKey.Setting}    {generatedKey}  (made for this run)");
        }

        lines.Add("Ctrl-C stops it and everything it started.");
        return string.Join(Environment.NewLine, lines);
    }
}
