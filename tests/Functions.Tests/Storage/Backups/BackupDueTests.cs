using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Backups;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Functions.Tests.Storage.Backups;

public sealed class BackupDueTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copies_every_table_that_the_app_has()
    {
        await using var app = new FunctionApp(emulator);
        var storage = app.Services.GetRequiredService<StorageAccount>();

        var tables = typeof(StorageAccount).GetProperties().Select(property => property.GetValue(storage)).OfType<TableClient>();

        Assert.Equal(
            tables.Select(table => table.Name).Order(StringComparer.Ordinal),
            BackupTables.Of(storage).Select(table => table.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Brings_every_type_and_every_key_back_as_it_was()
    {
        await using var desk = await BackupDesk.OpenAsync();
        await AnyRows.PutAsync(desk.Table("Cohorts"), AnyRows.Awkward);
        await AnyRows.PutAsync(desk.Table("Audit"), AnyRows.Many("20261123", 12_000));
        var before = await desk.RowsAsync();

        var manifest = await desk.BackUpAsync();
        await desk.LoseTablesAsync();
        var (exitCode, output, error) = await desk.RunAsync("restore", "--day", BackupNames.Folder(manifest.Day)[..8]);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("12000", output, StringComparison.Ordinal);
        Assert.Equal(before, await desk.RowsAsync());
        Assert.Equal([1, 1, 1, 1, 1, 1, 3, 1], manifest.Tables.Select(table => table.Parts.Count));
        Assert.Equal(new RowName("20261123", "011999"), manifest.Tables.Single(table => table.Name == "Audit").Last);
        Assert.Equal(["k1"], manifest.EncryptionKeys.Keys);
    }

    [Fact]
    public async Task Only_looks_when_the_days_backup_is_complete()
    {
        await using var desk = await BackupDesk.OpenAsync();
        await desk.BackUpAsync();
        await AnyRows.PutAsync(desk.Table("Cohorts"), AnyRows.Awkward);
        desk.App.Calls.Reset();

        (await desk.App.InvokeAsync("BackupDue", HostPayloads.Body("timer.json"))).EnsureSuccessStatusCode();

        // Which days there are, and whether the last one is complete.
        Assert.Equal(2, desk.App.Calls.Count);
        Assert.Single(desk.App.LogLines, line => line.Contains("is complete", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Makes_one_backup_when_two_instances_are_at_it()
    {
        await using var desk = await BackupDesk.OpenAsync();
        await AnyRows.PutAsync(desk.Table("Cohorts"), AnyRows.Awkward);
        await AnyRows.PutAsync(desk.Table("Students"), AnyRows.Many("C~TP", 700));
        var rows = await desk.RowsAsync();
        await using var other = desk.NewApp();
        var day = new DateOnly(2026, 11, 23);

        // Parts of different lengths, as of different versions: whoever is second goes on behind the first.
        var made = await Task.WhenAll(
            InParts(desk.App, 70).ExportAsync(day, Token),
            InParts(other, 30).ExportAsync(day, Token),
            InParts(other, 11).ExportAsync(day, Token));

        Assert.Single(made.Distinct());
        Assert.Equal(rows.Count, made[0].Rows);
        await AssertWholeAsync(desk, day);
    }

    [Fact]
    public async Task Goes_on_behind_a_part_that_another_instance_wrote_first()
    {
        await using var desk = await BackupDesk.OpenAsync();
        await AnyRows.PutAsync(desk.Table("Students"), AnyRows.Many("C~TP", 300));
        await using var other = desk.NewApp();
        var day = new DateOnly(2026, 11, 23);

        // While our second part is on its way, the other one writes a shorter one under that name, and dies over the third.
        other.Faults.Before = request => IsPart(request, 3) ? throw new SimulatedOutageException() : Task.CompletedTask;
        desk.App.Faults.Before = async request =>
        {
            if (IsPart(request, 2))
            {
                desk.App.Faults.Before = null;
                await Assert.ThrowsAsync<SimulatedOutageException>(() => InParts(other, 30).ExportAsync(day, Token));
            }
        };
        await InParts(desk.App, 70).ExportAsync(day, Token);

        var parts = (await desk.Backups.FindManifestAsync(day, Token))!.Tables.Single(table => table.Name == "Students").Parts;
        Assert.Equal([70, 30, 70, 70, 60], parts.Select(part => part.Rows));
        await AssertWholeAsync(desk, day);

        static bool IsPart(Request request, int number) =>
            request.Method == RequestMethod.Put && request.Uri.Path.EndsWith($"/Students/{number:D5}.jsonl.gz", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Goes_on_after_a_death_at_any_storage_call(bool afterEffect)
    {
        await using var desk = await BackupDesk.OpenAsync();
        await AnyRows.PutAsync(desk.Table("Cohorts"), AnyRows.Awkward);
        await AnyRows.PutAsync(desk.Table("Students"), AnyRows.Many("C~TP", 5));
        var first = new DateOnly(2026, 1, 1);
        desk.App.Faults.DieAt(0, false);
        await InParts(desk.App, 3).ExportAsync(first, Token);
        var calls = desk.App.Faults.Calls;
        Assert.InRange(calls, 20, 80);

        for (var call = 1; call <= calls; call++)
        {
            var day = first.AddDays(call);
            desk.App.Faults.DieAt(call, afterEffect);
            await Assert.ThrowsAsync<SimulatedOutageException>(() => InParts(desk.App, 3).ExportAsync(day, Token));
            desk.App.Faults.DieAt(0, false);

            // Another instance's parts have another length.
            await InParts(desk.App, 4).ExportAsync(day, Token);
            await AssertWholeAsync(desk, day);
        }
    }

    [Fact]
    public async Task Makes_one_backup_when_any_answer_is_lost()
    {
        await using var desk = await BackupDesk.OpenAsync();
        await AnyRows.PutAsync(desk.Table("Cohorts"), AnyRows.Awkward);
        for (var call = 1; call <= 40; call++)
        {
            var day = new DateOnly(2026, 1, 1).AddDays(call);
            desk.App.Faults.LoseAnswerTo(call);
            await InParts(desk.App, 4).ExportAsync(day, Token);
            await AssertWholeAsync(desk, day);
        }
    }

    [Fact]
    public async Task Deletes_a_backup_of_thirty_days_ago_and_warns_of_a_missing_one()
    {
        await using var desk = await BackupDesk.OpenAsync();
        var container = new BlobContainerClient(desk.ConnectionString, "backups");
        await container.UploadBlobAsync("20200101/manifest.json", BinaryData.FromString("{}"), Token);
        await container.UploadBlobAsync("20200101/Students/00001.jsonl.gz", BinaryData.FromString("x"), Token);
        await container.UploadBlobAsync("notes/of-somebody.txt", BinaryData.FromString("x"), Token);
        desk.App.Faults.UnreachableTable = "Cohorts";

        Assert.False((await desk.App.InvokeAsync("BackupDue", HostPayloads.Body("timer.json"))).IsSuccessStatusCode);

        Assert.Contains(desk.App.LogLines, line => line.Contains("newest complete backup is missing", StringComparison.Ordinal));
        var left = await container.GetBlobsAsync(cancellationToken: Token).Select(blob => blob.Name).ToListAsync(Token);
        Assert.Equal(["notes/of-somebody.txt"], left);
    }

    private static TableBackups InParts(FunctionApp app, int rows) =>
        new(app.Services.GetRequiredService<StorageAccount>(), app.Services.GetRequiredService<DataKeysSource>(), TimeProvider.System)
        {
            RowsOfPart = rows,
        };

    // Every row once, as it is in the tables, and nothing else.
    private static async Task AssertWholeAsync(BackupDesk desk, DateOnly day)
    {
        var manifest = (await desk.Backups.FindManifestAsync(day, Token))!;
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in manifest.Tables)
        {
            Assert.Empty(await desk.Reader.VerifyAsync(table, Token));
            foreach (var part in table.Parts)
            {
                foreach (var row in await desk.Reader.ReadAsync(part, Token))
                {
                    rows.Add($"{table.Name}\n{row.PartitionKey}\n{row.RowKey}", RowFacts.Of(row));
                }
            }
        }

        Assert.Equal(await desk.RowsAsync(), rows);
    }
}
