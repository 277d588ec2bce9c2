using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Functions.BackupTool;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Backups;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Storage.Backups;

/// <summary>A storage of its own, because a backup is about every row there is, with the app and the administrator's command.</summary>
internal sealed class BackupDesk : IAsyncDisposable
{
    public const string Keys = "k1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    private readonly StorageEmulator _emulator;
    private FunctionApp _app;

    private BackupDesk(StorageEmulator emulator)
    {
        _emulator = emulator;
        _app = NewApp();
    }

    public FunctionApp App => _app;

    public string ConnectionString => _emulator.ConnectionString;

    public TableBackups Backups => App.Services.GetRequiredService<TableBackups>();

    public BackupReader Reader => App.Services.GetRequiredService<BackupReader>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<BackupDesk> OpenAsync()
    {
        var desk = new BackupDesk(await StorageEmulator.StartAsync(Token));
        await desk.App.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(Token);
        return desk;
    }

    public FunctionApp NewApp(string keys = Keys) => new(ConnectionString) { EncryptionKeys = keys };

    /// <summary>The app ends and starts again, with everything that it remembered forgotten.</summary>
    public async Task RestartAsync()
    {
        await _app.DisposeAsync();
        _app = NewApp();
    }

    public TableClient Table(string name) => new TableServiceClient(ConnectionString).GetTableClient(name);

    /// <summary>A night's timer.</summary>
    public async Task<BackupManifest> BackUpAsync()
    {
        (await App.InvokeAsync("BackupDue", HostPayloads.Body("timer.json"))).EnsureSuccessStatusCode();
        return (await Backups.FindManifestAsync((await Backups.ListDaysAsync(Token))[^1], Token))!;
    }

    /// <summary>The administrator's command; what it says on both channels.</summary>
    public Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args) => RunAsync(App, args);

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(FunctionApp app, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await BackupsCommand.RunAsync(() => app.Services, ["backups", .. args], output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Everything in the tables: a text for each row.</summary>
    public async Task<SortedDictionary<string, string>> RowsAsync(params string[] but)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in BackupTables.Of(App.Services.GetRequiredService<StorageAccount>()).Where(table => !but.Contains(table.Name)))
        {
            await foreach (var row in Table(table.Name).QueryAsync<TableEntity>(cancellationToken: Token))
            {
                rows.Add($"{table.Name}\n{row.PartitionKey}\n{row.RowKey}", RowFacts.Of(row));
            }
        }

        return rows;
    }

    /// <summary>The tables are gone, as by somebody's mistake; the containers are there.</summary>
    public async Task LoseTablesAsync()
    {
        foreach (var table in BackupTables.Of(App.Services.GetRequiredService<StorageAccount>()))
        {
            await Table(table.Name).DeleteAsync(Token);
        }

        await RestartAsync();
    }

    /// <summary>All files of backups, decompressed, with their names and metadata.</summary>
    public async Task<string> TextAsync()
    {
        var text = new StringBuilder();
        var container = new BlobContainerClient(ConnectionString, "backups");
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: Token))
        {
            var file = await container.GetBlobClient(blob.Name).DownloadContentAsync(Token);
            text.AppendLine(blob.Name);
            foreach (var value in file.Value.Details.Metadata.Values)
            {
                text.AppendLine(Encoding.UTF8.GetString(Convert.FromBase64String(value)));
            }

            await using var content = blob.Name.EndsWith(".gz", StringComparison.Ordinal)
                ? new GZipStream(file.Value.Content.ToStream(), CompressionMode.Decompress)
                : file.Value.Content.ToStream();
            text.AppendLine(await new StreamReader(content).ReadToEndAsync(Token));
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _emulator.DisposeAsync();
    }
}
