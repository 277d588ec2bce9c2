using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests;

public sealed class PipelineTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Accepts_a_good_photo_and_empties_the_inbox()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("P1", ("S1", "张三", TestIds.First, "TP1"));
        await app.UploadAsync($"P1/TP1/{TestIds.First}.jpg", SampleFiles.Portrait());

        var student = await GetAsync(admin, "/api/cohorts/P1/students/S1");

        Assert.Equal(("accepted", "proofing"), (Text(student, "collection"), Text(student, "stage")));
        Assert.Equal(["PhotoAccepted", "ProofingFellDue"], EventsOf(student));
        var outputs = student.GetProperty("photo").GetProperty("outputs").EnumerateArray().ToList();
        Assert.Equal(["platform-120x160", "chsi-480x640"], outputs.Select(output => Text(output, "profile")));
        foreach (var output in outputs)
        {
            var blob = app.Container("photos").GetBlobClient(Text(output, "blobName"));
            Assert.True(await blob.ExistsAsync(TestContext.Current.CancellationToken));
        }

        var original = $"P1/S1/{Text(student.GetProperty("photo"), "sha256")}.jpg";
        Assert.True(await app.Container("originals").GetBlobClient(original).ExistsAsync(TestContext.Current.CancellationToken));
        Assert.False(await app.Container("uploads").GetBlobClient($"P1/TP1/{TestIds.First}.jpg").ExistsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Needs_nine_storage_transactions_for_an_accepted_photo_with_two_outputs()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("P2", ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP1"));
        await app.UploadAsync($"P2/TP1/{TestIds.First}.jpg", SampleFiles.Portrait());

        // Enrolled long before: an upload older than its student would be looked for in quarantine.
        await new TableServiceClient(emulator.ConnectionString).GetTableClient("Students").UpdateEntityAsync(
            new TableEntity("P2~TP1", "s~S2") { ["EnrolledAt"] = DateTimeOffset.UnixEpoch }, Azure.ETag.All, cancellationToken: TestContext.Current.CancellationToken);
        app.Calls.Reset();

        await app.UploadAsync($"P2/TP1/{TestIds.Second}.jpg", SampleFiles.Portrait(2));

        // GET, index, student, pictures of the others, 3 PUTs, batch, DELETE.
        Assert.Equal(9, app.Calls.Count);
    }

    [Fact]
    public async Task Answers_a_folder_that_was_copied_again_with_unchanged()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("P3", ("S1", "张三", TestIds.First, "TP1"));
        await app.UploadAsync($"P3/TP1/{TestIds.First}.jpg", SampleFiles.Portrait());
        await app.UploadAsync($"P3/TP1/{TestIds.First}.jpg", SampleFiles.Portrait());
        await app.UploadAsync($"P3/TP1/{TestIds.First}.jpg", SampleFiles.Portrait(2));

        Assert.Equal(["accepted", "photo-locked", "unchanged"], (await OutcomesAsync(admin, "P3", "TP1")).Values.Order(StringComparer.Ordinal));
        Assert.Equal(["PhotoAccepted", "ProofingFellDue"], EventsOf(await GetAsync(admin, "/api/cohorts/P3/students/S1")));
    }

    [Fact]
    public async Task Rejects_with_reasons_and_accepts_the_next_photo()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("P4", ("S1", "张三", TestIds.First, "TP1"));
        await app.UploadAsync($"P4/TP1/{TestIds.First}.jpg", []);
        Assert.Equal("rejected", Text(await GetAsync(admin, "/api/cohorts/P4/students/S1"), "collection"));

        await app.UploadAsync($"P4/TP1/一班/{TestIds.First.ToLowerInvariant()}.JPG", SampleFiles.Portrait());

        var student = await GetAsync(admin, "/api/cohorts/P4/students/S1");
        Assert.Equal("accepted", Text(student, "collection"));
        Assert.Equal(["PhotoRejected", "PhotoAccepted", "ProofingFellDue"], EventsOf(student));
        Assert.Equal("file-empty", Text(student.GetProperty("history")[0], "details"));
    }

    [Fact]
    public async Task Gives_another_teaching_points_student_the_same_answer_as_nobody()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("P5", ("S1", "张三", TestIds.First, "TP1"));
        var others = await app.UploadAsync($"P5/TP2/{TestIds.First}.jpg", SampleFiles.Portrait());
        var nobodys = await app.UploadAsync($"P5/TP2/{TestIds.Second}.jpg", SampleFiles.Portrait());

        var items = (await GetAsync(admin, "/api/cohorts/P5/teaching-points/TP2/uploads")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(2, items.Count);
        Assert.Equal(Answer(items, others), Answer(items, nobodys));
        Assert.Equal("awaiting", Text(await GetAsync(admin, "/api/cohorts/P5/students/S1"), "collection"));
        Assert.Equal(2, await CountAsync(app.Container("quarantine"), 2));

        static string Answer(List<JsonElement> items, string eTag)
        {
            var item = items.Single(item => Text(item, "etag") == eTag);
            return $"{item.GetProperty("outcome")} {item.GetProperty("studentNumber")} {item.GetProperty("findings")}";
        }
    }

    [Fact]
    public async Task Decides_a_version_once_however_often_it_is_delivered()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("P6", ("S1", "张三", TestIds.First, "TP1"));
        var blobName = $"P6/TP1/{TestIds.First}.jpg";
        await app.Container("uploads").GetBlobClient(blobName)
            .UploadAsync(BinaryData.FromBytes(SampleFiles.Portrait()), TestContext.Current.CancellationToken);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.DeliverAsync(blobName)));

        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Equal("accepted", Assert.Single((await OutcomesAsync(admin, "P6", "TP1")).Values));
        Assert.Equal(["PhotoAccepted", "ProofingFellDue"], EventsOf(await GetAsync(admin, "/api/cohorts/P6/students/S1")));
    }

    [Theory]
    [InlineData("/P9/TP1/{0}.jpg", "place-unknown")]
    [InlineData("P9/TP1/{0}.jpg/", "file-name-not-id")]
    public async Task Takes_a_name_with_a_slash_at_its_end_for_another_name(string pattern, string code)
    {
        using var app = new FunctionApp(emulator);
        var cohort = $"P9{code[..2]}";
        using var admin = await app.EnrolAsync(cohort, ("S1", "张三", TestIds.First, "TP1"));
        var odd = string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, TestIds.First).Replace("P9", cohort, StringComparison.Ordinal);
        await app.Container("uploads").GetBlobClient($"{cohort}/TP1/{TestIds.First}.jpg")
            .UploadAsync(BinaryData.FromBytes(SampleFiles.Portrait()), TestContext.Current.CancellationToken);

        var eTag = await app.UploadAsync(odd, SampleFiles.Portrait(2));
        await app.DeliverAsync($"{cohort}/TP1/{TestIds.First}.jpg");

        Assert.Equal("accepted", Text(await GetAsync(admin, $"/api/cohorts/{cohort}/students/S1"), "collection"));
        var list = code == "place-unknown" ? "/api/uploads/unplaced" : $"/api/cohorts/{cohort}/teaching-points/TP1/uploads";
        var item = (await GetAsync(admin, list)).GetProperty("items").EnumerateArray().Single(item => Text(item, "etag") == eTag);
        Assert.Equal(code, Text(Assert.Single(item.GetProperty("findings").EnumerateArray()), "code"));
    }

    [Fact]
    public async Task Gives_a_version_in_quarantine_no_second_outcome_when_its_student_appears()
    {
        using var app = new FunctionApp(emulator);
        using var before = await app.EnrolAsync("P10");
        var blob = app.Container("uploads").GetBlobClient($"P10/TP1/{TestIds.First}.jpg");
        await blob.UploadAsync(BinaryData.FromBytes(SampleFiles.Portrait()), TestContext.Current.CancellationToken);
        var lease = new Azure.Storage.Blobs.Specialized.BlobLeaseClient(blob);
        await lease.AcquireAsync(TimeSpan.FromSeconds(60), cancellationToken: TestContext.Current.CancellationToken);

        // Recorded, but the way out of the inbox is barred.
        Assert.False((await app.DeliverAsync(blob.Name)).IsSuccessStatusCode);
        using var admin = await app.EnrolAsync("P10", ("S1", "张三", TestIds.First, "TP1"));
        await lease.ReleaseAsync(cancellationToken: TestContext.Current.CancellationToken);
        (await app.DeliverAsync(blob.Name)).EnsureSuccessStatusCode();

        Assert.Equal("quarantined", Assert.Single((await OutcomesAsync(admin, "P10", "TP1")).Values));
        Assert.False(await blob.ExistsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Keeps_a_poisoned_upload_in_quarantine_with_ledger_and_history()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("P7", ("S1", "张三", TestIds.First, "TP1"));
        var blob = app.Container("uploads").GetBlobClient($"P7/TP1/{TestIds.First}.jpg");
        var put = await blob.UploadAsync(BinaryData.FromBytes(SampleFiles.Portrait()), TestContext.Current.CancellationToken);
        var message = HostPayloads.Body("queue-poison.json")
            .Replace("2024/教学点01/fail-张三.jpg", blob.Name, StringComparison.Ordinal)
            .Replace("0x20379FA4428DAA0", put.Value.ETag.ToString("G").Trim('"'), StringComparison.Ordinal);

        (await app.InvokeAsync("PhotoUploadPoisoned", message)).EnsureSuccessStatusCode();
        (await app.InvokeAsync("PhotoUploadPoisoned", message)).EnsureSuccessStatusCode();

        Assert.Equal("quarantined", Assert.Single((await OutcomesAsync(admin, "P7", "TP1")).Values));
        var student = await GetAsync(admin, "/api/cohorts/P7/students/S1");
        Assert.Equal("awaiting", Text(student, "collection"));
        Assert.Equal("UploadPoisoned", Text(Assert.Single(student.GetProperty("history").EnumerateArray()), "event"));
        Assert.False(await blob.ExistsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Leaves_no_personal_text_in_tables_names_or_logs()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("P8", ("S1", "欧阳测试", TestIds.Number(8), "TP1"));
        await app.UploadAsync($"P8/TP1/{TestIds.Number(8)}.jpg", SampleFiles.Portrait());
        await app.UploadAsync($"P8/TP2/{TestIds.Number(8)}.jpg", SampleFiles.Portrait());
        await app.UploadAsync("P8/TP1/欧阳测试.jpg", SampleFiles.Portrait());
        await app.InvokeAsync("PhotoUploaded", HostPayloads.BlobInvocation($"http://x/other/{TestIds.Number(8)}.jpg"));
        var stored = new List<string>();
        var tables = new TableServiceClient(emulator.ConnectionString);
        foreach (var table in new[] { "Students", "StudentIndex", "Cohorts", "TeachingPoints" })
        {
            await foreach (var row in tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
            {
                stored.Add(string.Join(' ', row.Select(column => column.Value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : $"{column.Value}")));
            }
        }

        foreach (var container in new[] { "originals", "photos", "quarantine", "keys" })
        {
            await foreach (var blob in app.Container(container).GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
            {
                stored.Add(blob.Name);
            }
        }

        foreach (var canary in new[] { TestIds.Number(8), TestIds.Number(8)[4..14], "欧阳测试", "a@b.example" })
        {
            Assert.DoesNotContain(stored, line => line.Contains(canary, StringComparison.Ordinal));
            Assert.DoesNotContain(app.LogLines, line => line.Contains(canary, StringComparison.Ordinal));
            Assert.DoesNotContain(app.LogLines, line => line.Contains(Uri.EscapeDataString(canary), StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> EventsOf(JsonElement student) =>
        student.GetProperty("history").EnumerateArray().Select(line => Text(line, "event"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static async Task<JsonElement> GetAsync(HttpClient admin, string path) =>
        await FunctionApp.ReadAsync(await admin.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    private static async Task<Dictionary<string, string>> OutcomesAsync(HttpClient admin, string cohort, string point) =>
        (await GetAsync(admin, $"/api/cohorts/{cohort}/teaching-points/{point}/uploads")).GetProperty("items").EnumerateArray()
        .ToDictionary(item => Text(item, "etag"), item => Text(item, "outcome"));

    // At least so many: other tests of the assembly quarantine too.
    private static async Task<int> CountAsync(BlobContainerClient container, int atMost)
    {
        var count = 0;
        await foreach (var _ in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            count++;
        }

        return Math.Min(count, atMost);
    }
}
