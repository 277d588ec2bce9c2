using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Storage;

public sealed class TableStudentStoreTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("id~")]
    [InlineData("no~")]
    public async Task Completes_an_enrolment_that_was_cut_short_after_a_claim(string kept)
    {
        using var app = new FunctionApp(emulator);
        var (store, register) = await StoresAsync(app);
        var key = Key($"E3{kept[..2]}", "S1");
        await register.EnrolAsync(key, Profile(TestIds.First), Token);
        var tables = new TableServiceClient(emulator.ConnectionString);
        var (students, index) = (tables.GetTableClient("Students"), tables.GetTableClient("StudentIndex"));
        await students.DeleteEntityAsync(TableKeys.Partition(key), TableKeys.Student(key.Number), cancellationToken: Token);
        await foreach (var claim in index.QueryAsync<TableEntity>(cancellationToken: Token))
        {
            var isOfCohort = claim.RowKey.EndsWith($"~{key.Cohort}", StringComparison.Ordinal);
            if (isOfCohort && !claim.PartitionKey.StartsWith(kept, StringComparison.Ordinal))
            {
                await index.DeleteEntityAsync(claim, cancellationToken: Token);
            }
        }

        Assert.Equal(EnrolmentOutcome.Added, (await register.EnrolAsync(key, Profile(TestIds.First), Token)).Value);
        Assert.Equal(key, await store.FindAsync(NationalId.Parse(TestIds.First).Value!, key.Cohort, key.TeachingPoint, Token));
    }

    [Fact]
    public async Task Decides_again_when_somebody_else_changed_the_student_meanwhile()
    {
        using var app = new FunctionApp(emulator);
        var (store, register) = await StoresAsync(app);
        var key = Key("E5", "S1");
        await register.EnrolAsync(key, Profile(TestIds.First), Token);
        var seen = new List<string>();

        var entry = await store.DecideUploadAsync(
            key,
            Version("a"),
            async (student, token) =>
            {
                seen.Add(student.Profile.ClassName);
                if (seen.Count == 1)
                {
                    await register.EnrolAsync(key, Profile(TestIds.First) with { ClassName = "新" }, token);
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
        var (store, register) = await StoresAsync(app);
        await register.EnrolAsync(Key("E6", "S1"), Profile(TestIds.First), Token);
        await register.EnrolAsync(Key("E6", "S2"), Profile(TestIds.Second), Token);
        var table = new TableServiceClient(emulator.ConnectionString).GetTableClient("Students");
        var first = (await table.GetEntityAsync<TableEntity>("E6~TP1", "s~S1", cancellationToken: Token)).Value;
        var second = (await table.GetEntityAsync<TableEntity>("E6~TP1", "s~S2", cancellationToken: Token)).Value;
        second["Name"] = first["Name"];
        await table.UpdateEntityAsync(second, second.ETag, TableUpdateMode.Replace, Token);

        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() =>
            app.Services.GetRequiredService<StudentDirectory>().FindStudentAsync(Key("E6", "S2").Cohort, Key("E6", "S2").Number, null, Token));
    }

    private static async Task<(IStudentStore Store, IStudentRegister Register)> StoresAsync(FunctionApp app)
    {
        await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(Token);
        return (app.Services.GetRequiredService<IStudentStore>(), app.Services.GetRequiredService<IStudentRegister>());
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
