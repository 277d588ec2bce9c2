using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Access;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Functions.Tests.Api.Exports;

/// <summary>A cohort with two teaching points, whose students and pictures are put into storage as the pipeline leaves them.</summary>
internal sealed class ExportCase : IDisposable
{
    public const string Reason = "上传学校平台";
    private const int RowsInBatch = 100;
    private const int PutsAtOnce = 16;
    private static readonly DateTimeOffset Accepted = new(2023, 4, 20, 2, 0, 0, TimeSpan.Zero);

    private ExportCase(FunctionApp app, HttpClient admin, string cohort) => (App, Admin, Cohort) = (app, admin, cohort);

    public FunctionApp App { get; }

    public HttpClient Admin { get; }

    public string Cohort { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private StorageAccount Storage => App.Services.GetRequiredService<StorageAccount>();

    public static async Task<ExportCase> CreateAsync(EmulatorFixture emulator, string cohort)
    {
        var app = new FunctionApp(emulator);
        return new ExportCase(app, await app.EnrolAsync(cohort), cohort);
    }

    /// <summary>A valid ID number for every index.</summary>
    public static string IdOf(int index) =>
        NationalIds.Complete(string.Create(CultureInfo.InvariantCulture, $"36{index / 1000:0000}19990101{index % 1000:000}"));

    /// <summary>The picture of a student: random bytes, which no compression makes smaller.</summary>
    public static byte[] PictureOf(int index, int bytes)
    {
        var content = new byte[bytes];
        new Random(index).NextBytes(content);
        return content;
    }

    /// <summary>Puts students with accepted photos into storage, and their pictures.</summary>
    public async Task SeedAsync(
        string point, IEnumerable<(string Number, string Name, int Index)> students, int bytes = 2000, string className = "")
    {
        var seeds = students.Select(student => (student.Index, Student: Seed(point, student, bytes, className))).ToList();
        var mapping = new StudentEntityMapping(await App.Services.GetRequiredService<DataKeysSource>().GetAsync(Token));
        foreach (var batch in seeds.Chunk(RowsInBatch))
        {
            var rows = batch.Select(seed =>
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, mapping.ToEntity(seed.Student)));
            await Storage.Students.SubmitTransactionAsync(rows, Token);
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = PutsAtOnce, CancellationToken = Token };
        await Parallel.ForEachAsync(seeds, options, async (seed, token) =>
            await PictureBlob(seed.Student).UploadAsync(BinaryData.FromBytes(PictureOf(seed.Index, bytes)), overwrite: true, token));
    }

    /// <summary>Puts other bytes in the place of a student's picture, or with null takes it away.</summary>
    public async Task ReplacePictureAsync((string Number, string Name, int Index) student, byte[]? content, int bytes = 2000)
    {
        var blob = PictureBlob(Seed("TP1", student, bytes, ""));
        await blob.DeleteAsync(cancellationToken: Token);
        if (content is not null)
        {
            await blob.UploadAsync(BinaryData.FromBytes(content), Token);
        }
    }

    public Task<HttpResponseMessage> ExportAsync(string export, object? body = null, HttpClient? client = null) =>
        SendAsync($"exports/{export}", body, client);

    /// <summary>Sends a request whose answer is read as it comes.</summary>
    public async Task<HttpResponseMessage> SendAsync(string address, object? body = null, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/cohorts/{Cohort}/{address}")
        {
            Content = JsonContent.Create(body ?? new { reason = Reason, by = "王老师" }),
        };
        return await (client ?? Admin).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
    }

    /// <summary>The lines of the audit trail about an action in this cohort.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(AuditAction action)
    {
        var mapping = new AuditEntityMapping(await App.Services.GetRequiredService<DataKeysSource>().GetAsync(Token));
        var filter = TableClient.CreateQueryFilter($"Cohort eq {Cohort} and Action eq {action.ToString()}");
        return await Storage.Audit.QueryAsync<TableEntity>(filter, cancellationToken: Token).Select(mapping.ToEntry).ToListAsync(Token);
    }

    /// <summary>A client with a key of a teaching point.</summary>
    public async Task<HttpClient> TeacherAsync(string point)
    {
        var key = await FunctionApp.ReadAsync(await Admin.PostAsJsonAsync(
            "/api/access-keys", new { holder = "李老师", role = "teachingPoint", teachingPoint = point }, Token));
        var client = App.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.GetProperty("token").GetString());
        return client;
    }

    public void Dispose()
    {
        Admin.Dispose();
        App.Dispose();
    }

    private Azure.Storage.Blobs.BlobClient PictureBlob(Student student) =>
        Storage.Photos.GetBlobClient(BlobPhotoStore.OutputName(student.Key, student.Photo!.Outputs[0]));

    private Student Seed(string point, (string Number, string Name, int Index) student, int bytes, string className)
    {
        var id = IdOf(student.Index);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(PictureOf(student.Index, bytes)));
        return new Student
        {
            Key = new StudentKey(
                CohortCode.Parse(Cohort).Value!, TeachingPointCode.Parse(point).Value!, StudentNumber.Parse(student.Number).Value!),
            Profile = new StudentProfile { Name = student.Name, NationalId = NationalId.Parse(id).Value!, ClassName = className },
            EnrolledAt = Accepted,
            Collection = CollectionStatus.Accepted,
            CollectionSince = Accepted,
            Photo = new DecidedPhoto
            {
                Source = new UploadVersion($"{Cohort}/{point}/{id}.jpg", "0x1", Accepted),
                Sha256 = sha256,
                Outputs = [new StoredOutput("platform-120x160", sha256, bytes, 120, 160)],
                AcceptedAt = Accepted,
            },
        };
    }
}
