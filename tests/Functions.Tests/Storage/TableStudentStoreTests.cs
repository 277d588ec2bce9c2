using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Tests.Storage;

public sealed class TableStudentStoreTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Enrols_once_updates_the_profile_and_keeps_progress()
    {
        using var app = new FunctionApp(emulator);
        var store = await StoreAsync(app);
        var key = Key("E1", "S1");
        var profile = Profile(TestIds.First);

        Assert.Equal(EnrolmentOutcome.Added, (await store.EnrolAsync(key, profile, Token)).Value);
        await store.DecideUploadAsync(key, Version("a"), (student, _) => Task.FromResult<UploadDecision?>(Accept(student)), Token);
        Assert.Equal(EnrolmentOutcome.Unchanged, (await store.EnrolAsync(key, profile, Token)).Value);
        Assert.Equal(EnrolmentOutcome.Updated, (await store.EnrolAsync(key, profile with { ClassName = "二班" }, Token)).Value);

        var directory = app.Services.GetRequiredService<StudentDirectory>();
        var student = (await directory.FindStudentAsync(key.Cohort, key.Number, Token))!;
        Assert.Equal(("二班", Domain.Progress.CollectionStatus.Accepted), (student.Profile.ClassName, student.Collection));
    }

    [Fact]
    public async Task Refuses_an_id_or_a_number_that_belongs_to_somebody_else()
    {
        using var app = new FunctionApp(emulator);
        var store = await StoreAsync(app);
        await store.EnrolAsync(Key("E2", "S1"), Profile(TestIds.First), Token);

        Assert.Equal(FailureCodes.NationalIdTaken, (await store.EnrolAsync(Key("E2", "S2"), Profile(TestIds.First), Token)).Failure?.Code);
        Assert.Equal(FailureCodes.StudentNumberTaken, (await store.EnrolAsync(Key("E2", "S1"), Profile(TestIds.Second), Token)).Failure?.Code);
        Assert.Equal(FailureCodes.StudentNumberTaken, (await store.EnrolAsync(Key("E2", "S1", "TP2"), Profile(TestIds.First), Token)).Failure?.Code);

        // What was refused left no claim behind.
        Assert.Equal(EnrolmentOutcome.Added, (await store.EnrolAsync(Key("E2", "S3"), Profile(TestIds.Second), Token)).Value);
    }

    [Theory]
    [InlineData("id~")]
    [InlineData("no~")]
    public async Task Completes_an_enrolment_that_was_cut_short_after_a_claim(string kept)
    {
        using var app = new FunctionApp(emulator);
        var store = await StoreAsync(app);
        var key = Key($"E3{kept[..2]}", "S1");
        await store.EnrolAsync(key, Profile(TestIds.First), Token);
        var tables = new TableServiceClient(emulator.ConnectionString);
        await tables.GetTableClient("Students").DeleteEntityAsync(TableKeys.Partition(key), TableKeys.Student(key.Number), cancellationToken: Token);
        await foreach (var claim in tables.GetTableClient("StudentIndex").QueryAsync<TableEntity>(cancellationToken: Token))
        {
            if (claim.RowKey.EndsWith($"~{key.Cohort}", StringComparison.Ordinal) && !claim.PartitionKey.StartsWith(kept, StringComparison.Ordinal))
            {
                await tables.GetTableClient("StudentIndex").DeleteEntityAsync(claim, cancellationToken: Token);
            }
        }

        Assert.Equal(EnrolmentOutcome.Added, (await store.EnrolAsync(key, Profile(TestIds.First), Token)).Value);
        Assert.Equal(key, await store.FindAsync(NationalId.Parse(TestIds.First).Value!, key.Cohort, key.TeachingPoint, Token));
    }

    [Fact]
    public async Task Gives_one_of_many_imports_at_once_the_student()
    {
        using var app = new FunctionApp(emulator);
        var store = await StoreAsync(app);

        var results = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(i => store.EnrolAsync(Key("E4", "S1"), Profile(TestIds.Number(i % 3)), Token)));

        Assert.Single(results, result => result.Failure is null && result.Value == EnrolmentOutcome.Added);
        var found = await Task.WhenAll(Enumerable.Range(0, 3).Select(i =>
            store.FindAsync(NationalId.Parse(TestIds.Number(i)).Value!, Key("E4", "S1").Cohort, Key("E4", "S1").TeachingPoint, Token)));
        Assert.Single(found, key => key is not null);
    }

    [Fact]
    public async Task Decides_again_when_somebody_else_changed_the_student_meanwhile()
    {
        using var app = new FunctionApp(emulator);
        var store = await StoreAsync(app);
        var key = Key("E5", "S1");
        await store.EnrolAsync(key, Profile(TestIds.First), Token);
        var seen = new List<string>();

        var entry = await store.DecideUploadAsync(
            key,
            Version("a"),
            async (student, token) =>
            {
                seen.Add(student.Profile.ClassName);
                if (seen.Count == 1)
                {
                    await store.EnrolAsync(key, Profile(TestIds.First) with { ClassName = "新" }, token);
                }

                return Accept(student);
            },
            Token);

        Assert.Equal(UploadOutcome.Accepted, entry?.Outcome);
        Assert.Equal(["", "新"], seen);
    }

    [Fact]
    public async Task Opens_no_field_that_was_copied_to_another_student()
    {
        using var app = new FunctionApp(emulator);
        var store = await StoreAsync(app);
        await store.EnrolAsync(Key("E6", "S1"), Profile(TestIds.First), Token);
        await store.EnrolAsync(Key("E6", "S2"), Profile(TestIds.Second), Token);
        var table = new TableServiceClient(emulator.ConnectionString).GetTableClient("Students");
        var first = (await table.GetEntityAsync<TableEntity>("E6~TP1", "s~S1", cancellationToken: Token)).Value;
        var second = (await table.GetEntityAsync<TableEntity>("E6~TP1", "s~S2", cancellationToken: Token)).Value;
        second["Name"] = first["Name"];
        await table.UpdateEntityAsync(second, second.ETag, TableUpdateMode.Replace, Token);

        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() =>
            app.Services.GetRequiredService<StudentDirectory>().FindStudentAsync(Key("E6", "S2").Cohort, Key("E6", "S2").Number, Token));
    }

    private static async Task<IStudentStore> StoreAsync(FunctionApp app)
    {
        await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(Token);
        return app.Services.GetRequiredService<IStudentStore>();
    }

    private static StudentKey Key(string cohort, string number, string point = "TP1") =>
        new(CohortCode.Parse(cohort).Value!, TeachingPointCode.Parse(point).Value!, StudentNumber.Parse(number).Value!);

    private static StudentProfile Profile(string id) => new() { Name = "张三", NationalId = NationalId.Parse(id).Value! };

    private static UploadVersion Version(string eTag) => new($"x/TP1/{TestIds.First}.jpg", eTag, DateTimeOffset.UnixEpoch);

    private static UploadDecision Accept(Student student) => new()
    {
        Outcome = UploadOutcome.Accepted,
        At = DateTimeOffset.UnixEpoch,
        Student = student with { Collection = Domain.Progress.CollectionStatus.Accepted },
    };
}
