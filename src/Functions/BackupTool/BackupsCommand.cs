using System.CommandLine;
using System.Text.Json;
using Azure;
using Azure.Identity;
using PhotoFunctions.Functions.Storage.Backups;

namespace PhotoFunctions.Functions.BackupTool;

/// <summary>
/// <c>PhotoFunctions backups …</c>: what an administrator does with backups, at a shell, with the app's own program and settings.
/// </summary>
internal static class BackupsCommand
{
    public const string Name = "backups";

    private const int Success = 0;
    private const int Failure = 1;
    private const int BadUsage = 2;
    private const string GoOn = "What was written stays; --missing-only goes on.";

    /// <param name="services">The app's own, made when they are needed: help is given without any settings.</param>
    /// <param name="args">The verb and what follows.</param>
    /// <param name="output">For what was asked for.</param>
    /// <param name="error">For what is wrong.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Func<IServiceProvider> services, string[] args, TextWriter output, TextWriter error)
    {
        var backups = new Command(Name, "List, verify and restore the nightly backups of the tables.");
        backups.Subcommands.Add(ListCommand.Create(services));
        backups.Subcommands.Add(VerifyCommand.Create(services));
        backups.Subcommands.Add(RestoreCommand.Create(services));
        backups.Subcommands.Add(ReofferCommand.Create(services));
        var root = new RootCommand(
            """
            The app itself is started by the Functions host. Whoever looks after it finds here what to do with its backups.
            Settings are read from the environment, as the app does: AzureWebJobsStorage, IndexKey, EncryptionKeys and the others.
            """);
        root.Subcommands.Add(backups);

        var command = root.Parse(args);
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        if (command.Errors.Count > 0)
        {
            await command.InvokeAsync(configuration);
            return BadUsage;
        }

        try
        {
            await command.InvokeAsync(configuration);
            return Success;
        }
        catch (BackupException ex)
        {
            await error.WriteLineAsync(ex.Message);
        }
        catch (InvalidOperationException ex)
        {
            // Settings are missing or wrong, or a key that a row needs: the message names them.
            await error.WriteLineAsync(ex.Message);
        }
        catch (RequestFailedException ex)
        {
            await error.WriteLineAsync($"The storage account refused: {ex.ErrorCode ?? "no answer"} (status {ex.Status}). {GoOn}");
        }
        catch (JsonException)
        {
            await error.WriteLineAsync("A file of the backup cannot be read.");
        }
        catch (AuthenticationFailedException)
        {
            await error.WriteLineAsync("No token for the storage account: sign in with az login (docs/operations.md says which roles it takes).");
        }
        catch (AggregateException)
        {
            // Of all attempts.
            await error.WriteLineAsync($"The storage account does not answer. {GoOn}");
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync($"Stopped. {GoOn}");
        }

        return Failure;
    }
}
