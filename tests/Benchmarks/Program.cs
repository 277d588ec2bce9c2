using System.CommandLine;
using PhotoFunctions.Benchmarks.Host;

// One sub-command a subject: a new one is added here.
var root = new RootCommand(
    """
    Measures whole processes on this machine: medians, and what is compared is measured in one run. Figures, not tests: nothing fails.

    Example: dotnet run -c Release --project tests/Benchmarks -- host
    """);
root.Subcommands.Add(HostCommand.Create());
return await root.Parse(args).InvokeAsync();
