using System.CommandLine;
using PhotoFunctions.Benchmarks.Api;
using PhotoFunctions.Benchmarks.Backups;
using PhotoFunctions.Benchmarks.Exports;
using PhotoFunctions.Benchmarks.Host;
using PhotoFunctions.Benchmarks.Pages;
using PhotoFunctions.Benchmarks.Photos;
using PhotoFunctions.Benchmarks.Reminders;
using PhotoFunctions.Benchmarks.Scale;
using PhotoFunctions.Benchmarks.Startup;
using PhotoFunctions.Benchmarks.Telemetry;

// One sub-command a subject: a new one is added here.
var root = new RootCommand(
    """
    Measures whole processes on this machine: medians, and what is compared is measured in one run. Figures, not tests: nothing fails.

    Examples: dotnet run -c Release --project tests/Benchmarks -- host
              dotnet run -c Release --project tests/Benchmarks -- photos
              dotnet run -c Release --project tests/Benchmarks -- photos --soak 2000
              dotnet run -c Release --project tests/Benchmarks -- scale
              dotnet run -c Release --project tests/Benchmarks -- reminders
              dotnet run -c Release --project tests/Benchmarks -- package
              dotnet run -c Release --project tests/Benchmarks -- api
              dotnet run -c Release --project tests/Benchmarks -- pages
              dotnet run -c Release --project tests/Benchmarks -- startup
              dotnet run -c Release --project tests/Benchmarks -- telemetry
              dotnet run -c Release --project tests/Benchmarks -- backup
    """);
root.Subcommands.Add(HostCommand.Create());
root.Subcommands.Add(PhotosCommand.Create());
root.Subcommands.Add(ScaleCommand.Create());
root.Subcommands.Add(RemindersCommand.Create());
root.Subcommands.Add(PackageCommand.Create());
root.Subcommands.Add(ApiCommand.Create());
root.Subcommands.Add(PagesCommand.Create());
root.Subcommands.Add(StartupCommand.Create());
root.Subcommands.Add(TelemetryCommand.Create());
root.Subcommands.Add(BackupCommand.Create());
root.Subcommands.Add(WorkerCommand.Create());
return await root.Parse(args).InvokeAsync();
