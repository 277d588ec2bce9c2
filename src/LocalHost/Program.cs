using System.CommandLine;
using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Demo;
using PhotoFunctions.LocalHost.Portraits;

var root = new RootCommand(
    """
    The local stand-in for the Azure Functions host: it starts the storage emulator and the function app,
    and calls the app as the real host does.

    Example: dotnet run --project src/LocalHost -- start --port 7072 --in-memory
    """);
root.Subcommands.Add(DemoCommand.Create());
root.Subcommands.Add(StartCommand.Create());
root.Subcommands.Add(PortraitsCommand.Create());

var command = root.Parse(args);
if (command.Errors.Count > 0)
{
    command.Invoke();
    return ExitCodes.BadUsage;
}

try
{
    // Everything that was started is stopped in order; the emulator saves its data meanwhile.
    var configuration = new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
    };
    return await command.InvokeAsync(configuration);
}
catch (HostStartException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return ExitCodes.Failure;
}
catch (OperationCanceledException)
{
    // Ctrl-C before the start was complete.
    return ExitCodes.Success;
}
