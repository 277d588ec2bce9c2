using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Retention;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Reminders;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Storage;

public sealed class RetentionTests(EmulatorFixture emulator)
{
    private const string Cohort = "RETENTION1";
    private const string Neighbour = "RETENTION10";
    private static readonly string NeighboursId = TestIds.Number(77);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaves_nothing_of_a_cohort_in_any_store_but_the_record()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await SeedAsync(app, Cohort, TestIds.Number(70), TestIds.Number(71), TestIds.Number(72));
        using var other = await SeedAsync(app, Neighbour, NeighboursId, TestIds.Number(78), TestIds.Number(79));
        var neighbours = await FindAsync(Neighbour, NeighboursId);
        Assert.NotEmpty(neighbours);
        var traces = await FindAsync(Cohort, TestIds.Number(70), TestIds.Number(71), TestIds.Number(72));
        Assert.Equal(
            [
                "Cohorts", "Reminders", "StudentIndex", "Students", "TeachingPoints",
                "azure-webjobs-hosts", "glances", "mail", "originals", "photos", "quarantine", "uploads", "webjobs-blobtrigger-poison",
            ],
            traces.Select(trace => trace.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.True(await IsPutApartAsync(app, Cohort));

        var counts = await EraseAsync(app, Cohort);

        Assert.Equal([$"Cohorts {Cohort}"], await FindAsync(Cohort, TestIds.Number(70), TestIds.Number(71), TestIds.Number(72)));
        Assert.Equal(neighbours, await FindAsync(Neighbour, NeighboursId));
        Assert.False(await IsPutApartAsync(app, Cohort));
        Assert.True(await IsPutApartAsync(app, Neighbour));
        Assert.All(Enum.GetValues<PersonalData>(), kind => Assert.InRange(counts[kind], 1, 100));
        Assert.All((await EraseAsync(app, Cohort)).Values, count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Shows_the_records_to_an_administrator()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await SeedAsync(app, "RETENTION2", TestIds.Number(80), TestIds.Number(81), TestIds.Number(82));
        var settings = new { name = "测试届", collectionOpensOn = "2020-01-01", collectionClosesOn = "2020-12-31", retentionDays = 30 };
        (await admin.PutAsJsonAsync("/api/cohorts/RETENTION2", settings, Token)).EnsureSuccessStatusCode();

        (await app.InvokeAsync("RetentionDue", HostPayloads.Body("timer.json"))).EnsureSuccessStatusCode();

        var answer = await FunctionApp.ReadAsync(await admin.GetAsync(new Uri("/api/cohorts/RETENTION2/erasures", UriKind.Relative), Token));
        Assert.Equal("2021-01-30", answer.GetProperty("keptUntil").GetString());
        var record = Assert.Single(answer.GetProperty("items").EnumerateArray());
        Assert.Equal(JsonValueKind.String, record.GetProperty("endedAt").ValueKind);
        var students = record.GetProperty("counts").EnumerateArray().Single(count => count.GetProperty("kind").GetString() == "students");
        Assert.InRange(students.GetProperty("count").GetInt32(), 4, 20);
    }

    // An accepted photo, one put apart, one that waits in the inbox, what the host keeps of them, a mail, and a glance.
    private async Task<HttpClient> SeedAsync(FunctionApp app, string cohort, string id, string unknownId, string waitingId)
    {
        var admin = await app.EnrolAsync(cohort, ($"{cohort}S1", "张三", id, "TP1"));
        await app.UploadAsync($"{cohort}/TP1/{id}.jpg", SampleFiles.Portrait());
        await app.UploadAsync($"{cohort}/TP1/{unknownId}.jpg", PutApart(cohort));
        await PutAsync(app.Container("uploads"), $"{cohort}/TP1/{waitingId}.jpg");
        await RemindAsync(app, cohort);
        var hosts = app.Container("azure-webjobs-hosts");
        await hosts.CreateIfNotExistsAsync(cancellationToken: Token);
        await PutAsync(hosts, $"blobreceipts/host/Host.Functions.PhotoUploaded/\"0x1\"/uploads/{cohort}/TP1/{id}.jpg");
        var queue = new QueueClient(emulator.ConnectionString, "webjobs-blobtrigger-poison", Base64);
        await queue.CreateIfNotExistsAsync(cancellationToken: Token);
        await FunctionApp.ReadAsync(await admin.GetAsync(new Uri($"/api/cohorts/{cohort}/glance", UriKind.Relative), Token));
        await queue.SendMessageAsync($$"""{"ContainerName":"uploads","BlobName":"{{cohort}}/TP1/{{id}}.jpg","ETag":"\"0x1\""}""", Token);
        return admin;
    }

    private static async Task RemindAsync(FunctionApp app, string cohort)
    {
        var (code, point) = (CohortCode.Parse(cohort).Value!, TeachingPointCode.Parse("TP1").Value!);
        var day = new DateOnly(2027, 6, 23);
        ReminderKey[] keys =
        [
            new(code, point, ReminderKind.PhotoRejected, new Occasion(day), StudentNumber.Parse($"{cohort}S1").Value!),
            new(code, null, ReminderKind.VerificationEscalation, new Occasion(day)),
        ];
        var ledger = new TableReminderLedger(app.Services.GetRequiredService<StorageAccount>());
        foreach (var key in keys)
        {
            var at = DateTimeOffset.UnixEpoch;
            await ledger.AddAsync([new ReminderEntry { Key = key, DueOn = day, PlannedAt = at, Since = at }], Token);
        }

        await PutAsync(app.Container("mail"), $"{cohort}/1.eml");
    }

    private static async Task<Dictionary<PersonalData, int>> EraseAsync(FunctionApp app, string cohort)
    {
        var data = app.Services.GetRequiredService<IPersonalDataStore>();
        var counts = new Dictionary<PersonalData, int>();
        foreach (var kind in Enum.GetValues<PersonalData>())
        {
            counts[kind] = await data.EraseAsync(CohortCode.Parse(cohort).Value!, kind, Token);
        }

        Assert.False(await data.HasAnyAsync(CohortCode.Parse(cohort).Value!, Token));
        return counts;
    }

    // Everything in the account that names the cohort or one of the people, wherever it is: the place, and what it is called.
    private async Task<List<string>> FindAsync(string cohort, params string[] people)
    {
        var found = new List<string>();
        var tables = new TableServiceClient(emulator.ConnectionString);
        await foreach (var table in tables.QueryAsync(cancellationToken: Token))
        {
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: Token))
            {
                Keep(table.Name, row.RowKey, string.Join('\n', row.Select(column => $"{column.Value}")));
            }
        }

        var blobs = new BlobServiceClient(emulator.ConnectionString);
        await foreach (var container in blobs.GetBlobContainersAsync(cancellationToken: Token))
        {
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(cancellationToken: Token))
            {
                Keep(container.Name, blob.Name, blob.Name);
            }
        }

        var queues = new QueueServiceClient(emulator.ConnectionString, Base64);
        await foreach (var queue in queues.GetQueuesAsync(cancellationToken: Token))
        {
            foreach (var message in (await queues.GetQueueClient(queue.Name).PeekMessagesAsync(32, Token)).Value)
            {
                Keep(queue.Name, "message", message.Body.ToString());
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];

        void Keep(string place, string name, string text)
        {
            var words = text.Split(['\n', '/', '~', '"', '.', ' ']);

            // The audit trail outlives the cohort, with its code and student numbers: it is the proof of what was done with the data.
            var isAboutCohort = place != "Audit" && (words.Contains(cohort) || words.Contains($"{cohort}S1"));
            if (isAboutCohort || people.Any(words.Contains))
            {
                found.Add($"{place} {name}");
            }
        }
    }

    private static byte[] PutApart(string cohort) => Encoding.UTF8.GetBytes($"put apart of {cohort}");

    private static async Task<bool> IsPutApartAsync(FunctionApp app, string cohort)
    {
        var length = PutApart(cohort).Length;
        await foreach (var blob in app.Container("quarantine").GetBlobsAsync(cancellationToken: Token).Where(blob => blob.Properties.ContentLength == length))
        {
            var content = (await app.Container("quarantine").GetBlobClient(blob.Name).DownloadContentAsync(Token)).Value.Content;
            if (content.ToMemory().Span.SequenceEqual(PutApart(cohort)))
            {
                return true;
            }
        }

        return false;
    }

    private static QueueClientOptions Base64 => new() { MessageEncoding = QueueMessageEncoding.Base64 };

    private static async Task PutAsync(BlobContainerClient container, string name) =>
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString("bytes"), overwrite: true, Token);
}
