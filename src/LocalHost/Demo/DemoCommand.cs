using System.CommandLine;
using System.Text.RegularExpressions;
using Azure;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary><c>demo</c>: the whole app at work on sample data, or on the user's own.</summary>
internal static partial class DemoCommand
{
    private const int MostStudents = 5000;
    private const int MostCohortCharacters = 32;

    public static Command Create()
    {
        var binding = new HostOptionsBinding();
        var exit = new Option<bool>("--exit")
        {
            Description = "End when the pipeline is quiet; 0 only if every upload has exactly one outcome, the expected one.",
        };
        var roster = new Option<FileInfo?>("--roster")
        {
            Description = "Your own roster instead of invented students: csv or xlsx.",
            HelpName = "FILE",
        };
        var photos = new Option<DirectoryInfo?>("--photos")
        {
            Description = "Your own photos, ID.jpg, each in a folder named after its teaching point.",
            HelpName = "DIR",
        };
        var folder = new Option<DirectoryInfo?>("--out")
        {
            Description = "Where the normalised photos go; default: .demo/photos-TIME.",
            HelpName = "DIR",
        };
        var cohort = new Option<string?>("--cohort")
        {
            Description = "The cohort's code; default: a new one, demo-TIME. An existing one gets a window around today.",
            HelpName = "CODE",
        };
        var students = new Option<int>("--students")
        {
            Description = "How many invented students.",
            HelpName = "N",
            DefaultValueFactory = _ => 80,
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Another seed gives other people.",
            HelpName = "N",
            DefaultValueFactory = _ => 2027,
        };

        var command = new Command("demo", "Show the app at work: invented students, drawn photos, one of every fault, and what becomes of them.")
        {
            exit, roster, photos, folder, cohort, students, seed,
        };
        binding.AddTo(command);
        command.Validators.Add(result =>
        {
            var (rosterFile, photoFolder) = (result.GetValue(roster), result.GetValue(photos));
            if (rosterFile is null != photoFolder is null)
            {
                result.AddError("Expected --roster FILE and --photos DIR together but received only one of them.");
            }

            if (rosterFile is { Exists: false })
            {
                result.AddError($"--roster: {rosterFile.FullName} is not there.");
            }

            if (photoFolder is { Exists: false })
            {
                result.AddError($"--photos: {photoFolder.FullName} is not there, or is no folder.");
            }

            // Invented students get two more cohorts, whose codes are longer.
            var longest = rosterFile is null ? MostCohortCharacters - DemoCohort.Closed.Suffix.Length : MostCohortCharacters;
            if (result.GetValue(cohort) is { } code && (!CodeShape().IsMatch(code) || code.Length > longest))
            {
                result.AddError($"--cohort: expected 1 to {longest} characters of A-Z a-z 0-9 _ - but received another shape.");
            }
        });
        students.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var count && (count < SampleUploads.FewestStudents || count > MostStudents))
            {
                result.AddError($"--students: expected {SampleUploads.FewestStudents} to {MostStudents} but received {count}.");
            }
        });
        command.SetAction((result, cancellationToken) => RunAsync(
            new DemoOptions
            {
                Host = binding.Parse(result),
                Exit = result.GetValue(exit),
                Roster = result.GetValue(roster),
                Photos = result.GetValue(photos),
                Out = result.GetValue(folder),
                Cohort = result.GetValue(cohort),
                Students = result.GetValue(students),
                Seed = result.GetValue(seed),
            },
            result.InvocationConfiguration,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DemoOptions options, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var isTerminal = ReferenceEquals(console.Output, Console.Out) && !Console.IsOutputRedirected;
        try
        {
            return await new DemoRun(options, console.Output, isTerminal, TimeProvider.System).RunAsync(cancellationToken);
        }
        catch (DemoException exception)
        {
            await console.Error.WriteLineAsync(exception.Message);
            return exception.ExitCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or RequestFailedException)
        {
            // Their own words may hold a blob's name, which is an ID number.
            var what = exception is RequestFailedException storage
                ? $"The storage answered {storage.Status} {storage.ErrorCode}."
                : "The app does not answer any more.";
            await console.Error.WriteLineAsync($"{what} The log lines above may say why.");
            return ExitCodes.Failure;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]+\\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeShape();
}
