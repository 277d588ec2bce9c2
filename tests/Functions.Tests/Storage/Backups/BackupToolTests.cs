using Azure.Data.Tables;
using Azure.Storage.Blobs;
using PhotoFunctions.Functions.BackupTool;
using PhotoFunctions.Functions.Storage.Backups;

namespace PhotoFunctions.Functions.Tests.Storage.Backups;

/// <summary>
/// The administrator's command, and what is wrong in every way in which it can be: then it says so, ends with 1 and writes nothing.
/// </summary>
public sealed class BackupToolTests : IAsyncLifetime
{
    private BackupDesk _desk = null!;
    private string _day = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = await BackupDesk.OpenAsync();
        await AnyRows.PutAsync(_desk.Table("Students"), AnyRows.Many("C1~TP1", 3).Concat(AnyRows.Many("C2~TP1", 4)));
        await AnyRows.PutAsync(
            _desk.Table("StudentIndex"),
            [new TableEntity("no~01", "01~C1"), new TableEntity("id~aa", "aaaa~C2"), new TableEntity("changed", "C2")]);
        await AnyRows.PutAsync(_desk.Table("TeachingPoints"), [new TableEntity("C1", "TP1"), new TableEntity("C2", "TP1")]);
        await AnyRows.PutAsync(_desk.Table("Reminders"), [new TableEntity("C2~.", "x"), new TableEntity("quota", "outbox~1")]);
        await AnyRows.PutAsync(_desk.Table("AccessKeys"), AnyRows.Many("key", 2));
        _day = BackupNames.Folder((await _desk.BackUpAsync()).Day)[..8];
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Lists_what_there_is_and_verifies_it()
    {
        var container = new BlobContainerClient(_desk.ConnectionString, "backups");
        await container.UploadBlobAsync("20200101/Cohorts/00001.jsonl.gz", BinaryData.FromString("x"), Token);

        var list = await _desk.RunAsync("list");
        var verified = await _desk.RunAsync("verify", "--day", _day);

        Assert.Equal((0, ""), (list.ExitCode, list.Error));
        Assert.Contains("20200101  incomplete", list.Output, StringComparison.Ordinal);
        Assert.Contains($"{_day}  complete           16      8", list.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (verified.ExitCode, verified.Error));
        Assert.Contains("Students: 7 rows in 1 parts, good", verified.Output, StringComparison.Ordinal);
        Assert.Contains("EncryptionKeys: k1.", verified.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", 0)]
    [InlineData("restore --help", 0)]
    [InlineData("restore", 2)]
    [InlineData("restore --day yesterday", 2)]
    [InlineData("restore --day 2026-11-23", 2)]
    [InlineData("burn", 2)]
    [InlineData("verify --day 20200101", 1)]
    [InlineData("restore --day 20200101", 1)]
    public async Task Tells_what_it_expects(string line, int exitCode)
    {
        var answer = await _desk.RunAsync(line.Split(' '));

        Assert.Equal(exitCode, answer.ExitCode);
        Assert.Equal(exitCode == 0, answer.Error.Length == 0);
        if (exitCode == 1)
        {
            Assert.Equal(
                $"Expected a complete backup of 20200101 but there is none. Complete ones: {_day}.{Environment.NewLine}", answer.Error);
        }
    }

    [Fact]
    public async Task Refuses_tables_with_rows_and_adds_only_what_is_missing_when_told_so()
    {
        var before = await _desk.RowsAsync("StudentIndex");
        var students = _desk.Table("Students");
        await students.DeleteEntityAsync("C1~TP1", "000001", cancellationToken: Token);
        await students.UpdateEntityAsync(
            new TableEntity("C2~TP1", "000002") { ["Index"] = 77 }, Azure.ETag.All, TableUpdateMode.Replace, Token);

        var refused = await _desk.RunAsync("restore", "--day", _day, "--table", "Students", "--table", "Cohorts");
        var dry = await _desk.RunAsync("restore", "--day", _day, "--missing-only", "--dry-run");
        Assert.False((await students.GetEntityIfExistsAsync<TableEntity>("C1~TP1", "000001", cancellationToken: Token)).HasValue);
        var done = await _desk.RunAsync("restore", "--day", _day, "--missing-only");
        var again = await _desk.RunAsync("restore", "--day", _day, "--missing-only");

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("Expected empty tables but Students have rows.", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was written", dry.Output, StringComparison.Ordinal);
        Assert.Contains("Students                 7         1         6         0", dry.Output, StringComparison.Ordinal);
        Assert.Contains("Students                 7         1         6         0", done.Output, StringComparison.Ordinal);
        Assert.Contains("Students                 7         0         7         0", again.Output, StringComparison.Ordinal);
        var after = await _desk.RowsAsync("StudentIndex");
        Assert.Equal(before.Keys, after.Keys);
        Assert.Equal("Students\nC2~TP1\n000002", Assert.Single(after, row => before[row.Key] != row.Value).Key);
    }

    [Fact]
    public async Task Takes_no_table_that_is_not_in_the_backup()
    {
        var answer = await _desk.RunAsync("restore", "--day", _day, "--table", "Pupils");

        Assert.Equal(1, answer.ExitCode);
        Assert.EndsWith($"but received Pupils.{Environment.NewLine}", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_every_damaged_or_missing_part_and_writes_nothing()
    {
        await _desk.LoseTablesAsync();
        var container = new BlobContainerClient(_desk.ConnectionString, "backups");
        var damaged = container.GetBlobClient($"{_day}/Students/00001.jsonl.gz");
        var content = (await damaged.DownloadContentAsync(Token)).Value.Content.ToArray();
        content[^3] ^= 1;
        await damaged.UploadAsync(BinaryData.FromBytes(content), overwrite: true, Token);
        await container.DeleteBlobAsync($"{_day}/Reminders/00001.jsonl.gz", cancellationToken: Token);

        var verified = await _desk.RunAsync("verify", "--day", _day);
        var restored = await _desk.RunAsync("restore", "--day", _day);

        Assert.Equal((1, 1), (verified.ExitCode, restored.ExitCode));
        Assert.Equal(verified.Error, restored.Error);
        Assert.Contains("/Students/00001.jsonl.gz: expected a file with the SHA-256", verified.Error, StringComparison.Ordinal);
        Assert.Contains("/Reminders/00001.jsonl.gz: expected this file but it is not there.", verified.Error, StringComparison.Ordinal);
        var tables = new TableServiceClient(_desk.ConnectionString).QueryAsync(cancellationToken: Token);
        Assert.Empty(await tables.ToListAsync(Token));
    }

    [Fact]
    public async Task Does_not_believe_a_manifest_that_says_something_else_of_a_part()
    {
        var blob = new BlobContainerClient(_desk.ConnectionString, "backups").GetBlobClient($"{_day}/manifest.json");
        var manifest = (await blob.DownloadContentAsync(Token)).Value.Content.ToString();
        var changed = manifest.Replace("\"Rows\": 7", "\"Rows\": 8", StringComparison.Ordinal);
        await blob.UploadAsync(BinaryData.FromString(changed), overwrite: true, Token);

        var answer = await _desk.RunAsync("verify", "--day", _day);

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal($"{_day}/Students/00001.jsonl.gz: expected 8 rows but received 7.{Environment.NewLine}", answer.Error);
    }

    [Theory]
    [InlineData("k2:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=", "Expected the key k1 in EncryptionKeys")]
    [InlineData("k1:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=", "Expected for k1 in EncryptionKeys the key that rows of the")]
    public async Task Refuses_to_restore_what_the_configured_keys_cannot_open(string keys, string message)
    {
        await using var app = _desk.NewApp(keys);

        var answer = await BackupDesk.RunAsync(app, "restore", "--day", _day, "--missing-only");

        Assert.Equal(1, answer.ExitCode);
        Assert.StartsWith(message, answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("AgICAg", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_what_is_wrong_with_a_setting_and_helps_without_any()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        static IServiceProvider NoSettings() => throw new InvalidOperationException("Expected the setting X but it is missing.");

        Assert.Equal(0, await BackupsCommand.RunAsync(NoSettings, ["backups", "verify", "--help"], output, error));
        Assert.Equal("", error.ToString());
        Assert.Equal(1, await BackupsCommand.RunAsync(NoSettings, ["backups", "list"], output, error));
        Assert.Equal($"Expected the setting X but it is missing.{Environment.NewLine}", error.ToString());
    }

    [Fact]
    public async Task Refuses_another_index_key()
    {
        await using var app = new FunctionApp(_desk.ConnectionString);

        var answer = await BackupDesk.RunAsync(app, "restore", "--day", _day, "--missing-only");

        Assert.Equal(1, answer.ExitCode);
        Assert.StartsWith("Expected the IndexKey with which the backup was made", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2099-01-01T00:00:00Z", true)]
    [InlineData(null, true)]
    [InlineData("2020-01-01T00:00:00Z", false)]
    public async Task Brings_nobody_back_who_was_erased_since(string? endedAt, bool staysErased)
    {
        await _desk.LoseTablesAsync();
        var erasures = _desk.Table("Erasures");
        await erasures.CreateAsync(Token);
        var record = new TableEntity("C2", "0637134336000000000") { ["KeptUntil"] = "2020-01-01", ["Counts"] = "{}" };
        if (endedAt is not null)
        {
            record["EndedAt"] = DateTimeOffset.Parse(endedAt, System.Globalization.CultureInfo.InvariantCulture);
        }

        await erasures.AddEntityAsync(record, Token);

        var answer = await _desk.RunAsync("restore", "--day", _day, "--missing-only");

        var rows = await _desk.RowsAsync("Erasures");
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Equal(staysErased ? 0 : 8, rows.Keys.Count(row => row.Contains("C2", StringComparison.Ordinal)));
        Assert.Equal(staysErased, answer.Output.Contains("they stay erased", StringComparison.Ordinal));
        Assert.Equal(5, rows.Keys.Count(row => row.Contains("C1", StringComparison.Ordinal)));
        Assert.Contains(rows.Keys, row => row.Contains("quota", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Goes_on_where_a_restore_died()
    {
        var before = await _desk.RowsAsync();
        await _desk.LoseTablesAsync();
        _desk.App.Faults.DieAt(45, afterEffect: true);
        await Assert.ThrowsAnyAsync<Exception>(() => _desk.RunAsync("restore", "--day", _day));
        await _desk.RestartAsync();
        Assert.InRange((await _desk.RowsAsync()).Count, 1, before.Count - 1);

        var answer = await _desk.RunAsync("restore", "--day", _day, "--missing-only");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Equal(before, await _desk.RowsAsync());
    }
}
