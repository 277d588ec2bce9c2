using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage.Backups;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Storage.Backups;

/// <summary>All tables are lost and come back: the college goes on.</summary>
public sealed class RestoredAccountTests
{
    private const string Name = "欧阳备份";
    private static readonly string Id = TestIds.Number(610);
    private static readonly string Unknown = TestIds.Number(611);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goes_on_with_what_comes_back()
    {
        await using var desk = await BackupDesk.OpenAsync();
        using var admin = await desk.App.EnrolAsync("B1", ("S1", Name, Id, "TP1"));
        await desk.App.UploadAsync($"B1/TP1/{Id}.jpg", SampleFiles.Portrait());
        await desk.App.UploadAsync($"B1/TP1/{Unknown}.jpg", SampleFiles.Portrait(2));
        var token = await desk.App.IssueKeyAsync("TP1");
        var manifest = await desk.BackUpAsync();
        await AssertHoldsNobodyInPlainAsync(desk);

        await desk.LoseTablesAsync();
        var restored = await desk.RunAsync("restore", "--day", BackupNames.Folder(manifest.Day)[..8]);

        // The teaching point's key opens, the student's page shows name and photo.
        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        Assert.Contains("revoke again what was revoked since", restored.Output, StringComparison.Ordinal);
        await desk.RestartAsync();
        using var teacher = desk.App.CreateBearer(token);
        var student = await ReadAsync(teacher, "cohorts/B1/students/S1");
        Assert.Equal((Name, "accepted"), (student.GetProperty("name").GetString(), student.GetProperty("collection").GetString()));
        using var picture = await teacher.GetAsync(new Uri("/api/cohorts/B1/students/S1/photo/platform-120x160", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);

        // A photo that was decided before is known, one of a new student is received, and what waited finds its student.
        await desk.App.UploadAsync($"B1/TP1/again/{Id}.jpg", SampleFiles.Portrait());
        using var again = desk.App.CreateAdmin();
        using var roster = new StringContent(
            $"学号,姓名,身份证号,教学点\nS2,新来,{Unknown},TP1", Encoding.UTF8, "text/csv");
        (await again.PostAsync(new Uri("/api/cohorts/B1/roster", UriKind.Relative), roster, Token)).EnsureSuccessStatusCode();
        (await desk.App.InvokeAsync("UploadReconciliationDue", HostPayloads.Body("timer.json"))).EnsureSuccessStatusCode();
        var outcomes = (await ReadAsync(teacher, "cohorts/B1/teaching-points/TP1/uploads")).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("outcome").GetString());
        Assert.Equal(["accepted", "accepted", "unchanged"], outcomes.Order(StringComparer.Ordinal));

        // The repair finds nothing to repair.
        var register = desk.App.Services.GetRequiredService<IStudentRegister>();
        Assert.Equal(0, await register.RepairAsync(CohortCode.Parse("B1").Value!, DateTimeOffset.MaxValue, Token));
        Assert.Contains(await register.ListChangesAsync(Token), change => change.Cohort.Value == "B1");
    }

    [Fact]
    public async Task Decides_again_what_was_decided_since_the_backup()
    {
        await using var desk = await BackupDesk.OpenAsync();
        using var admin = await desk.App.EnrolAsync("B3", ("S1", Name, Id, "TP1"));
        var day = BackupNames.Folder((await desk.BackUpAsync()).Day)[..8];
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Token);
        using var roster = new StringContent(
            $"学号,姓名,身份证号,教学点\nS2,新来,{Unknown},TP1", Encoding.UTF8, "text/csv");
        (await admin.PostAsync(new Uri("/api/cohorts/B3/roster", UriKind.Relative), roster, Token)).EnsureSuccessStatusCode();
        await desk.App.UploadAsync($"B3/TP1/{Id}.jpg", SampleFiles.Portrait());
        await desk.App.UploadAsync($"B3/TP1/{Unknown}.jpg", SampleFiles.Portrait(2));
        var before = await PhotoAsync(admin);

        await desk.LoseTablesAsync();
        Assert.Equal(0, (await desk.RunAsync("restore", "--day", day)).ExitCode);
        await desk.RestartAsync();
        using var again = desk.App.CreateAdmin();
        Assert.Equal("awaiting", (await ReadAsync(again, "cohorts/B3/students/S1")).GetProperty("collection").GetString());
        var dry = await desk.RunAsync("reoffer", "--day", day, "--dry-run");
        Assert.Empty(await InboxAsync(desk));
        var offered = await desk.RunAsync("reoffer", "--day", day);

        // S1 is known again, S2 waits for the roster.
        Assert.Equal((0, "", 0, ""), (dry.ExitCode, dry.Error, offered.ExitCode, offered.Error));
        Assert.Contains("       1  put into the inbox", offered.Output, StringComparison.Ordinal);
        Assert.Contains("       1  of students who are not there", offered.Output, StringComparison.Ordinal);
        await desk.App.DeliverAsync(Assert.Single(await InboxAsync(desk)));
        Assert.Equal(before, await PhotoAsync(again));
        Assert.Empty(await InboxAsync(desk));
        var known = await desk.RunAsync("reoffer", "--day", day);
        Assert.Contains("       1  known to their students already", known.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Id, dry.Output + offered.Output + known.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_what_was_erased_no_longer_than_the_record_of_it_says()
    {
        await using var desk = await BackupDesk.OpenAsync();
        using var admin = await desk.App.EnrolAsync("B2", ("S1", Name, Id, "TP1"));
        var manifest = await desk.BackUpAsync();
        var settings = new { name = "测试届", collectionOpensOn = "2020-01-01", collectionClosesOn = "2020-12-31", retentionDays = 30 };
        (await admin.PutAsJsonAsync("/api/cohorts/B2", settings, Token)).EnsureSuccessStatusCode();

        (await desk.App.InvokeAsync("RetentionDue", HostPayloads.Body("timer.json"))).EnsureSuccessStatusCode();

        // The rows are in the backup, the record says until when, and nobody brings them back.
        var record = Assert.Single((await ReadAsync(admin, "cohorts/B2/erasures")).GetProperty("items").EnumerateArray());
        var until = DateOnly.Parse(record.GetProperty("backupsUntil").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(until, manifest.Day.AddDays(38), manifest.Day.AddDays(39));
        Assert.Contains("B2~TP1", await desk.TextAsync(), StringComparison.Ordinal);
        var answer = await desk.RunAsync("restore", "--day", BackupNames.Folder(manifest.Day)[..8], "--missing-only");
        Assert.Equal(0, answer.ExitCode);
        var rows = await desk.RowsAsync("Erasures", "Cohorts", "Audit");
        Assert.DoesNotContain(rows.Keys, row => row.Contains("B2~", StringComparison.Ordinal));
        Assert.DoesNotContain(rows.Keys, row => row.EndsWith("~B2", StringComparison.Ordinal));

        // A night later than that, on a clock that is so far ahead.
        await using var later = new FunctionApp(desk.ConnectionString)
        {
            EncryptionKeys = BackupDesk.Keys,
            Settings = { ["ClockOffset"] = "31.00:00:00" },
        };
        (await later.InvokeAsync("BackupDue", HostPayloads.Body("timer.json"))).EnsureSuccessStatusCode();
        Assert.DoesNotContain("B2~TP1", await desk.TextAsync(), StringComparison.Ordinal);
    }

    // A mail address that is encrypted stands in no file, in no form; the cohort's code does, or the test would look at nothing.
    private static async Task AssertHoldsNobodyInPlainAsync(BackupDesk desk)
    {
        var text = await desk.TextAsync();
        Assert.Contains("B1~TP1", text, StringComparison.Ordinal);
        foreach (var word in new[] { Id, Unknown, Id[4..14], Name, "a@b.example" })
        {
            var bytes = Encoding.UTF8.GetBytes(word);
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Uri.EscapeDataString(word), text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(JsonSerializer.Serialize(word).Trim('"'), text, StringComparison.OrdinalIgnoreCase);
            for (var before = 0; before < 3; before++)
            {
                // Inside of base64 a text looks in three ways, by where it begins.
                var whole = Convert.ToBase64String([.. new byte[before], .. bytes]);
                var inside = whole[(before == 0 ? 0 : before + 1)..((before + bytes.Length) / 3 * 4)];
                Assert.DoesNotContain(inside, text, StringComparison.Ordinal);
            }
        }
    }

    private static async Task<(string? Status, string? Sha256)> PhotoAsync(HttpClient admin)
    {
        var student = await ReadAsync(admin, "cohorts/B3/students/S1");
        return (student.GetProperty("collection").GetString(), student.GetProperty("photo").GetProperty("sha256").GetString());
    }

    private static async Task<List<string>> InboxAsync(BackupDesk desk) =>
        await desk.App.Container("uploads").GetBlobsAsync(cancellationToken: Token).Select(blob => blob.Name).ToListAsync(Token);

    private static async Task<JsonElement> ReadAsync(HttpClient client, string address) =>
        await FunctionApp.ReadAsync(await client.GetAsync(new Uri($"/api/{address}", UriKind.Relative), Token));
}
