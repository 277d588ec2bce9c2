using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Reminders;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Storage.Reminders;

public sealed class TableReminderStudentsTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_of_every_student_what_the_whole_student_would()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "REMINDED1", students: 4);
        await ChangeAsync(desk, 1, student => student with
        {
            Proofing = ProofingStatus.Due,
            ProofingSince = TrackDesk.At,
            ProofingStartsOn = new DateOnly(2023, 5, 20),
            Verification = VerificationStatus.Failed,
            VerificationSince = TrackDesk.At.AddTicks(1),
            MustRecapture = true,
        });
        await desk.App.UploadAsync($"REMINDED1/TP1/{TestIds.Number(2)}.jpg", SampleFiles.Portrait());
        await desk.App.UploadAsync($"REMINDED1/TP1/{TestIds.Number(3)}.jpg", [1, 2, 3]);
        await desk.EnrolAsync(9, "TP2");

        var facts = await ListAsync(desk);

        Assert.Equal(4, facts.Count);
        for (var i = 0; i < facts.Count; i++)
        {
            var student = await desk.ReadAsync(desk.Key(i));
            Assert.Equal(ReminderFacts.Of(student), facts[i]);
            Assert.Equal(student, await Students(desk).FindAsync(desk.Key(i), Token), Same);
        }
    }

    [Fact]
    public async Task Sees_who_has_a_mail_address_and_who_wants_none()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "REMINDED2", students: 2);
        await EnrolAsync(desk, 1, "TP1");
        Assert.Equal([false, true], (await ListAsync(desk)).Select(student => student.HasMail));
        Assert.Equal([false, false], (await ListAsync(desk)).Select(student => student.HasOptedOut));

        foreach (var (since, hasOptedOut) in new[] { (TrackDesk.At, true), (DateTimeOffset.UnixEpoch, false) })
        {
            await desk.Rows.UpdateEntityAsync(
                new TableEntity("REMINDED2~TP1", "s~S000") { ["OptedOutSince"] = since }, ETag.All, cancellationToken: Token);

            Assert.Equal([hasOptedOut, false], (await ListAsync(desk)).Select(student => student.HasOptedOut));
        }
    }

    [Fact]
    public async Task Reads_rows_of_before_there_were_tracks()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "REMINDED3");
        var row = (await desk.Rows.GetEntityAsync<TableEntity>("REMINDED3~TP1", "s~S000", cancellationToken: Token)).Value;
        Assert.All(["ProofingResult", "VerificationResult", "MustRecapture"], column => Assert.True(row.Remove(column), column));
        await desk.Rows.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Token);

        Assert.Equal(ReminderFacts.Of(await desk.ReadAsync(desk.Key(0))), Assert.Single(await ListAsync(desk)));
    }

    [Fact]
    public async Task Follows_a_student_who_has_moved()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "REMINDED4");
        await EnrolAsync(desk, 0, "TP2");

        var student = (await Students(desk).FindAsync(desk.Key(0), Token))!;

        Assert.Equal(desk.Key(0, "TP2"), student.Key);
        Assert.Empty(await ListAsync(desk));
        var there = Assert.Single(await Students(desk).ListAsync(desk.Cohort, desk.Key(0, "TP2").TeachingPoint, Token).ToListAsync(Token));
        Assert.Equal((ReminderFacts.Of(student), "TP1"), (there, there.MovedFrom!.Value));
        Assert.Null(await Students(desk).FindAsync(desk.Key(5), Token));
    }

    [Fact]
    public async Task Costs_a_call_for_a_thousand_students_and_one_for_each()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "REMINDED5", students: 30);
        await ListAsync(desk);

        desk.App.Calls.Reset();
        Assert.Equal(30, (await ListAsync(desk)).Count);
        Assert.Equal(1, desk.App.Calls.Count);
        Assert.NotNull(await Students(desk).FindAsync(desk.Key(7), Token));
        Assert.Equal(2, desk.App.Calls.Count);
    }

    private static bool Same(Student? one, Student? other) =>
        (one?.Key, one?.Profile, one?.Standing, one?.Photo?.Source) == (other?.Key, other?.Profile, other?.Standing, other?.Photo?.Source);

    private static TableReminderStudents Students(TrackDesk desk) => new(
        desk.App.Services.GetRequiredService<StorageAccount>(),
        desk.App.Services.GetRequiredService<DataKeysSource>(),
        desk.App.Services.GetRequiredService<StudentDirectory>());

    private static async Task<List<ReminderFacts>> ListAsync(TrackDesk desk) =>
        await Students(desk).ListAsync(desk.Cohort, desk.Key(0).TeachingPoint, Token).ToListAsync(Token);

    private static async Task ChangeAsync(TrackDesk desk, int i, Func<Student, Student> change) =>
        Assert.Null((await desk.Changes.ChangeAsync(desk.Key(i), student => StudentChange.To(change(student)), Token)).Failure);

    // As a roster does that brings an address, or another place.
    private static async Task EnrolAsync(TrackDesk desk, int i, string point)
    {
        var profile = new StudentProfile { Name = "张三", NationalId = TrackDesk.Id(i), Mail = "a@b.example" };
        var result = await desk.App.Services.GetRequiredService<IStudentRegister>().EnrolAsync(desk.Key(i, point), profile, Token);
        Assert.Null(result.Failure);
    }
}
