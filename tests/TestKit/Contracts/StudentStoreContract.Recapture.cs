using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.TestKit.Contracts;

/// <summary>补采: what a roster says about an earlier photo.</summary>
public abstract partial class StudentStoreContract
{
    [Theory]
    [InlineData(1)]
    [InlineData(Many)]
    public async Task Requires_another_photo_of_new_students_once(int rows)
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var plain = Roster(cohort, rows);
        Enrolment[] roster = [.. plain.Select((row, i) => row with { MustRecapture = i % 2 == 0 })];

        Assert.All(await EnrolAsync(rig, roster), result => Assert.Equal(EnrolmentOutcome.Added, result.Value));
        Assert.All(await EnrolAsync(rig, roster), IsUnchanged);
        Assert.All(await EnrolAsync(rig, plain), result => Assert.Equal(EnrolmentOutcome.Unchanged, result.Value));

        foreach (var row in roster.Take(4))
        {
            var student = (await rig.ReadAsync(cohort, row.Key.Number))!;
            Assert.Equal(
                (row.MustRecapture, row.MustRecapture ? VerificationStatus.Failed : VerificationStatus.Pending),
                (student.MustRecapture, student.Verification));
            var history = await rig.HistoryAsync(student);
            Assert.Equal(
                row.MustRecapture ? [("RecaptureRequired", "Pending", "Failed", "admin")] : [],
                history.Select(line => (line.Event, line.From, line.To, line.By)));
            Assert.Equal(student.Standing, StudentHistory.Replay(history));
        }

        Assert.Empty(await rig.UnsoundAsync(cohort));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Many)]
    public async Task Requires_another_photo_of_an_enrolled_student_once(int others)
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var row = Rosters.Of(cohort, 901, 901);
        Enrolment[] roster = [row with { MustRecapture = true }, .. Roster(cohort, others)];
        await EnrolAsync(rig, [row, .. Roster(cohort, others)]);

        var dry = await rig.Register.EnrolAsync(cohort, roster, isDryRun: true, Token);
        Assert.False((await rig.ReadAsync(cohort, row.Key.Number))!.MustRecapture);
        Assert.Equal(dry, await EnrolAsync(rig, roster));
        Assert.Equal(EnrolmentOutcome.Updated, dry[0].Value);
        Assert.Equal((EnrolmentOutcome.Unchanged, null), await OutcomeAsync(rig, roster[0]));

        // Whatever the verification does from here, the file does not begin it anew.
        foreach (var status in new[] { VerificationStatus.Pending, VerificationStatus.Passed })
        {
            await ChangeAsync(rig, row.Key, $"{status}", student => student with { Verification = status });
            Assert.All(await EnrolAsync(rig, roster), IsUnchanged);
            Assert.Equal(status, (await rig.ReadAsync(cohort, row.Key.Number))!.Verification);
        }

        Assert.Single(await rig.HistoryAsync((await rig.ReadAsync(cohort, row.Key.Number))!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Many)]
    public async Task Refuses_to_require_another_photo_when_the_verification_has_gone_on(int others)
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        var row = Rosters.Of(cohort, 901, 901);
        await EnrolAsync(rig, [row]);
        await ChangeAsync(rig, row.Key, "passed", student => student with { Verification = VerificationStatus.Passed });
        Enrolment[] roster = [Rosters.Of(cohort, 901, 901, className: "二班") with { MustRecapture = true }, .. Roster(cohort, others)];

        var dry = await rig.Register.EnrolAsync(cohort, roster, isDryRun: true, Token);

        Assert.Equal(FailureCodes.TransitionIllegal, dry[0].Failure?.Code);
        Assert.Equal(dry, await EnrolAsync(rig, roster));
        var student = (await rig.ReadAsync(cohort, row.Key.Number))!;
        Assert.Equal((false, VerificationStatus.Passed, ""), (student.MustRecapture, student.Verification, student.Profile.ClassName));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task Requires_another_photo_of_a_student_who_is_corrected_or_moved_by_the_same_row(int id, int point)
    {
        await using var rig = Open();
        var cohort = await rig.NewCohortAsync();
        await EnrolAsync(rig, [Rosters.Of(cohort, 1, 1)]);

        var result = (await EnrolAsync(rig, [Rosters.Of(cohort, 1, id, point: point) with { MustRecapture = true }]))[0];

        Assert.Equal(point == 2 ? EnrolmentOutcome.Moved : EnrolmentOutcome.Corrected, result.Value);
        var student = (await rig.ReadAsync(cohort, Rosters.Of(cohort, 1, 1).Key.Number))!;
        Assert.Equal((true, VerificationStatus.Failed), (student.MustRecapture, student.Verification));
        Assert.Equal(student.Standing, StudentHistory.Replay(await rig.HistoryAsync(student)));
        Assert.Empty(await rig.UnsoundAsync(cohort));
    }

    private static void IsUnchanged(Result<EnrolmentOutcome> result) =>
        Assert.Equal((EnrolmentOutcome.Unchanged, null), (result.Value, result.Failure));

    private static Task<LedgerEntry?> ChangeAsync(StudentStoreRig rig, StudentKey key, string eTag, Func<Student, Student> change) =>
        rig.Store.DecideUploadAsync(
            key,
            new UploadVersion($"{key.Cohort}/{key.TeachingPoint}/x.jpg", eTag, DateTimeOffset.UnixEpoch),
            (student, _) => Task.FromResult<UploadDecision?>(new UploadDecision
            {
                Outcome = UploadOutcome.Accepted,
                At = DateTimeOffset.UnixEpoch,
                Student = change(student),
            }),
            Token);
}
