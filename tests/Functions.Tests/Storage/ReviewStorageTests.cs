using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Storage;

public sealed class ReviewStorageTests(EmulatorFixture emulator)
{
    private const string Person = "欧阳老师";
    private const string Reason = "头发遮住眼睛";
    private static readonly string Sha256 = new('a', 64);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_a_decision_with_its_person_and_reason()
    {
        using var app = new FunctionApp(emulator);
        var (store, key) = await InReviewAsync(app, "V1");

        var decided = (await store.DecideReviewAsync(key, Decision(CollectionEvent.ReviewRefused), Token)).Value!;

        var (student, history) = await FindAsync(app, key);
        Assert.Equal(decided.Photo!.Review, student.Photo!.Review);
        Assert.Equal((Person, Reason), (student.Photo.Review!.Person, student.Photo.Review.Reason));
        Assert.Equal([new RefusedPhoto(Sha256, IsFinal: false)], student.RefusedPhotos);
        Assert.Equal(("ReviewRefused", "admin", Person, Reason, Sha256), Told(history[^1]));
    }

    [Fact]
    public async Task Lets_one_of_two_decisions_at_once_win()
    {
        using var app = new FunctionApp(emulator);
        var (store, key) = await InReviewAsync(app, "V2");

        var results = await Task.WhenAll(
            new[] { CollectionEvent.ReviewApproved, CollectionEvent.ReviewRefused, CollectionEvent.ReviewApproved }
                .Select((happened, i) => store.DecideReviewAsync(key, Decision(happened, $"{Person}{i}"), Token)));

        Assert.Single(results, result => result.Failure is null);
        Assert.All(results, result => Assert.Contains(result.Failure?.Code, new[] { null, FailureCodes.TransitionIllegal }));
        Assert.Single((await FindAsync(app, key)).History, line => line.Person is not null);
    }

    [Fact]
    public async Task Records_the_same_decision_once_however_often_it_comes_at_once()
    {
        using var app = new FunctionApp(emulator);
        var (store, key) = await InReviewAsync(app, "V3");

        var results = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => store.DecideReviewAsync(key, Decision(CollectionEvent.ReviewApproved), Token)));

        Assert.All(results, result => Assert.Equal(CollectionStatus.Accepted, result.Value?.Collection));
        Assert.Single((await FindAsync(app, key)).History, line => line.Person is not null);
    }

    [Fact]
    public async Task Stores_nothing_that_a_person_wrote_in_the_clear()
    {
        using var app = new FunctionApp(emulator);
        var (store, key) = await InReviewAsync(app, "V4");
        await store.DecideReviewAsync(key, Decision(CollectionEvent.ReviewRefused), Token);

        await foreach (var row in Students.QueryAsync<TableEntity>("PartitionKey eq 'V4~TP1'", cancellationToken: Token))
        {
            var columns = row.Select(column => column.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{column.Value}");
            var text = string.Join(' ', columns);
            Assert.DoesNotContain(Person, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Reason, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Opens_no_reason_that_was_copied_to_another_line()
    {
        using var app = new FunctionApp(emulator);
        var (store, key) = await InReviewAsync(app, "V5");
        await store.DecideReviewAsync(key, Decision(CollectionEvent.ReviewRefused), Token);
        await store.DecideReviewAsync(key, Decision(CollectionEvent.AppealOpened), Token);
        var lines = new List<TableEntity>();
        await foreach (var row in Students.QueryAsync<TableEntity>(TableKeys.Rows("V5~TP1", "h"), cancellationToken: Token))
        {
            lines.Add(row);
        }

        lines[^1]["Reason"] = lines[^2]["Reason"];
        await Students.UpdateEntityAsync(lines[^1], ETag.All, TableUpdateMode.Merge, Token);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => FindAsync(app, key));
    }

    [Fact]
    public async Task Forgets_the_decision_about_a_photo_when_another_takes_its_place()
    {
        using var app = new FunctionApp(emulator);
        var (store, key) = await InReviewAsync(app, "V6");
        await store.DecideReviewAsync(key, Decision(CollectionEvent.ReviewRefused), Token);

        await UploadAsync(store, key, "b", student => student with { Photo = PhotoOf("b", new string('b', 64)) });

        var student = (await FindAsync(app, key)).Student;
        Assert.Null(student.Photo!.Review);
        Assert.Equal(Sha256, Assert.Single(student.RefusedPhotos).Sha256);
    }

    [Fact]
    public async Task Reads_a_row_that_was_written_before_there_were_reviews()
    {
        using var app = new FunctionApp(emulator);
        var (_, key) = await InReviewAsync(app, "V7");
        var row = (await Students.GetEntityAsync<TableEntity>("V7~TP1", "s~S1", cancellationToken: Token)).Value;
        foreach (var column in new[] { "RefusedPhotos", "PhotoReview", "PhotoReviewPerson", "PhotoReviewReason" })
        {
            Assert.True(row.Remove(column));
        }

        await Students.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Token);

        var student = (await FindAsync(app, key)).Student;
        Assert.Null(student.Photo!.Review);
        Assert.Empty(student.RefusedPhotos);
    }

    [Fact]
    public async Task Knows_no_student_whose_row_is_gone()
    {
        using var app = new FunctionApp(emulator);
        var (store, key) = await InReviewAsync(app, "V8");
        var nobody = key with { Number = StudentNumber.Parse("S9").Value! };

        Assert.Equal(
            FailureCodes.StudentNumberUnknown,
            (await store.DecideReviewAsync(nobody, Decision(CollectionEvent.ReviewApproved), Token)).Failure?.Code);
    }

    private TableClient Students => new TableServiceClient(emulator.ConnectionString).GetTableClient("Students");

    private static (string, string, string?, string?, string?) Told(HistoryEntry line) =>
        (line.Event, line.By, line.Person, line.Reason, line.Sha256);

    private static async Task<(IStudentStore Store, StudentKey Key)> InReviewAsync(FunctionApp app, string cohort)
    {
        await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(Token);
        var store = app.Services.GetRequiredService<IStudentStore>();
        var key = new StudentKey(CohortCode.Parse(cohort).Value!, TeachingPointCode.Parse("TP1").Value!, StudentNumber.Parse("S1").Value!);
        await app.Services.GetRequiredService<IStudentRegister>().EnrolAsync(
            key, new StudentProfile { Name = "张三", NationalId = NationalId.Parse(TestIds.First).Value! }, Token);
        await UploadAsync(
            store, key, "a", student => student with { Collection = CollectionStatus.InReview, Photo = PhotoOf("a", Sha256) });
        return (store, key);
    }

    private static Task<LedgerEntry?> UploadAsync(IStudentStore store, StudentKey key, string eTag, Func<Student, Student> change) =>
        store.DecideUploadAsync(
            key,
            PhotoOf(eTag, Sha256).Source,
            (student, _) => Task.FromResult<UploadDecision?>(new UploadDecision
            {
                Outcome = UploadOutcome.InReview,
                At = DateTimeOffset.UnixEpoch,
                Student = change(student),
            }),
            Token);

    private static DecidedPhoto PhotoOf(string eTag, string sha256) => new()
    {
        Source = new UploadVersion($"x/TP1/{TestIds.First}.jpg", eTag, DateTimeOffset.UnixEpoch),
        Sha256 = sha256,
        DoubtCodes = [FailureCodes.HeadTilted],
    };

    private static Func<Student, CancellationToken, Task<Result<ReviewDecision>>> Decision(CollectionEvent happened, string person = Person)
    {
        var act = ReviewAct.Create(happened, Sha256, person, Reason).Value!;
        return (student, _) => Task.FromResult(ReviewDecider.Decide(student, act, Actors.Administrator, TimeProvider.System.GetUtcNow()));
    }

    private static async Task<(Student Student, IReadOnlyList<HistoryEntry> History)> FindAsync(FunctionApp app, StudentKey key)
    {
        var directory = app.Services.GetRequiredService<StudentDirectory>();
        var student = (await directory.FindStudentAsync(key.Cohort, key.Number, null, Token))!;
        return (student, await directory.HistoryAsync(student, Token));
    }
}
