using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Functions.Tests.Storage;

public sealed class TableStudentChangesTests(EmulatorFixture emulator)
{
    private const string Person = "欧阳老师";
    private static readonly Attribution Admin = Attribution.Create(Actors.Administrator, Person, "电话核实", needsReason: true).Value!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_everything_that_is_known_about_the_tracks()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "CHANGES1");
        var everything = (await desk.Changes.ChangeAsync(desk.Key(0), student => StudentChange.To(Everything(student)), Token)).Value!;

        var read = await desk.ReadAsync(desk.Key(0));

        Assert.Equal(everything with { Profile = read.Profile, RefusedPhotos = read.RefusedPhotos }, read);
    }

    [Fact]
    public async Task Takes_a_confirmation_back_and_reads_rows_of_before_there_were_tracks()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "CHANGES2");
        await desk.Changes.ChangeAsync(desk.Key(0), student => StudentChange.To(Everything(student)), Token);
        await desk.Changes.ChangeAsync(desk.Key(0), student => StudentChange.To(student with { LastConfirmation = null }), Token);
        Assert.Null((await desk.ReadAsync(desk.Key(0))).LastConfirmation);

        var row = (await desk.Rows.GetEntityAsync<TableEntity>("CHANGES2~TP1", "s~S000", cancellationToken: Token)).Value;
        string[] tracks =
        [
            "ProofingSince", "ProofingStartsOn", "CaptureApprovedOn", "ProofingResult", "ProofingResultAt",
            "VerificationSince", "VerificationResult", "VerificationResultAt",
            "MustRecapture", "PersonConfirmedBy", "PersonConfirmedAt", "PersonConfirmedSha256",
        ];
        Assert.All(tracks, column => Assert.True(row.Remove(column), column));
        await desk.Rows.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Token);

        var old = await desk.ReadAsync(desk.Key(0));
        Assert.Equal((null, null, null, false), (old.ProofingSince, old.VerificationResult, old.LastConfirmation, old.MustRecapture));
    }

    [Fact]
    public async Task Stores_nothing_that_a_person_wrote_in_the_clear()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "CHANGES3");
        await desk.AcceptAsync(desk.Key(0));
        await desk.Changes.ChangeAsync(
            desk.Key(0), student => PersonDecider.Confirm(student, student.Photo!.Sha256!, Admin, TrackDesk.At), Token);

        Assert.Equal(Person, (await desk.ReadAsync(desk.Key(0))).PersonConfirmed?.By);
        await foreach (var row in desk.Rows.QueryAsync<TableEntity>("PartitionKey eq 'T3~TP1'", cancellationToken: Token))
        {
            var columns = row.Select(column => column.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{column.Value}");
            Assert.DoesNotContain(Person, string.Join(' ', columns), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Finds_many_students_of_one_cohort_by_number_and_by_id()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "CHANGES4", students: 20);
        using var other = await TrackDesk.OpenAsync(emulator, "T4b", students: 1);
        var second = await desk.EnrolAsync(20, "TP2");
        StudentNumber[] unknown = [TrackDesk.Number("S999"), TrackDesk.Number("X")];

        // Nine that share the last two digits with one of them make one range of its partition.
        var tail = Enumerable.Range(1, 9).Select(i => TrackDesk.Number(string.Create(CultureInfo.InvariantCulture, $"S{i}05")));
        var found = await desk.Changes.MatchAsync(
            desk.Cohort,
            [.. Enumerable.Range(0, 21).Select(i => desk.Key(i).Number), .. tail, .. unknown],
            [.. Enumerable.Range(15, 10).Select(TrackDesk.Id)],
            Token);

        Assert.Equal(21, found.ByNumber.Count);
        Assert.Equal((desk.Key(7), second), (found.ByNumber[desk.Key(7).Number], found.ByNumber[second.Number]));
        Assert.Equal(6, found.ById.Count);
        Assert.Equal((desk.Key(15), second), (found.ById[TrackDesk.Id(15)], found.ById[TrackDesk.Id(20)]));
    }

    [Fact]
    public async Task Changes_many_students_in_few_batches()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "CHANGES5", students: 120);
        StudentKey[] keys = [.. Enumerable.Range(0, 115).Select(i => desk.Key(i)), desk.Key(999)];
        desk.App.Calls.Reset();

        await desk.Changes.ChangeAllAsync(keys, Fail, Token);

        // One range, 230 rows in batches of a hundred, and a look whether the one who is not there is being moved.
        Assert.Equal(5, desk.App.Calls.Count);
        Assert.Equal(VerificationStatus.Failed, (await desk.ReadAsync(desk.Key(114))).Verification);
        Assert.Equal(("IdentityFailed", "Pending", "Failed"), Told(Assert.Single(await desk.HistoryAsync(desk.Key(57)))));
        Assert.Equal(VerificationStatus.Pending, (await desk.ReadAsync(desk.Key(115))).Verification);
        await desk.Changes.ChangeAllAsync(keys, Fail, Token);
        Assert.Single(await desk.HistoryAsync(desk.Key(57)));
    }

    [Fact]
    public async Task Does_a_batch_again_one_by_one_when_a_photo_is_accepted_in_between()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "CHANGES6", students: 12);
        var (isAccepted, decided) = (false, 0);

        await desk.Changes.ChangeAllAsync(
            [.. Enumerable.Range(0, 12).Select(i => desk.Key(i))],
            student =>
            {
                if (student.Key == desk.Key(3) && !isAccepted)
                {
                    isAccepted = true;
                    desk.AcceptAsync(desk.Key(3)).GetAwaiter().GetResult();
                }

                decided++;
                return Fail(student);
            },
            Token);

        Assert.Equal(24, decided);
        var accepted = await desk.ReadAsync(desk.Key(3));
        Assert.Equal(new Standing(CollectionStatus.Accepted, ProofingStatus.Due, VerificationStatus.Failed), accepted.Standing);
        Assert.Equal(accepted.Standing, StudentHistory.Replay(await desk.HistoryAsync(desk.Key(3))));
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(VerificationStatus.Failed, (await desk.ReadAsync(desk.Key(i))).Verification);
            Assert.Single(await desk.HistoryAsync(desk.Key(i)), line => line.Event == "IdentityFailed");
        }
    }

    [Fact]
    public async Task Lets_photos_and_an_import_change_the_same_students_at_once()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "CHANGES7", students: 30);
        StudentKey[] keys = [.. Enumerable.Range(0, 30).Select(i => desk.Key(i))];

        await Task.WhenAll(
            desk.Changes.ChangeAllAsync(keys, Fail, Token),
            Parallel.ForEachAsync(keys, Token, async (key, _) => await desk.AcceptAsync(key)),
            desk.Changes.ChangeAllAsync(keys, Fail, Token));

        foreach (var key in keys)
        {
            var (student, history) = (await desk.ReadAsync(key), await desk.HistoryAsync(key));
            Assert.Equal(new Standing(CollectionStatus.Accepted, ProofingStatus.Due, VerificationStatus.Failed), student.Standing);
            Assert.Equal(
                ["IdentityFailed", "PhotoAccepted", "ProofingFellDue"], history.Select(line => line.Event).Order(StringComparer.Ordinal));
            Assert.Equal(student.Standing, StudentHistory.Replay(history));
        }
    }

    [Fact]
    public async Task Decides_again_when_somebody_else_changed_the_student_meanwhile()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "CHANGES8");
        var seen = new List<CollectionStatus>();

        var changed = await desk.Changes.ChangeAsync(
            desk.Key(0),
            student =>
            {
                seen.Add(student.Collection);
                if (seen.Count == 1)
                {
                    desk.AcceptAsync(desk.Key(0)).GetAwaiter().GetResult();
                }

                return Fail(student);
            },
            Token);

        Assert.Equal([CollectionStatus.Awaiting, CollectionStatus.Accepted], seen);
        Assert.Equal((CollectionStatus.Accepted, VerificationStatus.Failed), (changed.Value!.Collection, changed.Value.Verification));
    }

    [Fact]
    public async Task Stores_nothing_for_no_change_and_knows_no_student_whose_row_is_not_there()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "CHANGES9");
        desk.App.Calls.Reset();

        await desk.Changes.ChangeAsync(desk.Key(0), student => StudentChange.None(student), Token);

        Assert.Equal(1, desk.App.Calls.Count);
        Assert.Equal(
            FailureCodes.StudentNumberUnknown,
            (await desk.Changes.ChangeAsync(desk.Key(1), student => StudentChange.None(student), Token)).Failure?.Code);
    }

    private static StudentChange Fail(Student student) => VerificationDecider.Import(
        student, new ImportedResult<VerificationStatus>(VerificationStatus.Failed, TrackDesk.At, false), TrackDesk.At).Value!.Change;

    private static (string, string?, string?) Told(HistoryEntry line) => (line.Event, line.From, line.To);

    private static Student Everything(Student student) => student with
    {
        Proofing = ProofingStatus.Correcting,
        ProofingSince = TrackDesk.At.AddTicks(1),
        ProofingStartsOn = new DateOnly(2023, 5, 4),
        CaptureApprovedOn = new DateOnly(2023, 5, 3),
        ProofingResult = new KnownResult<ProofingStatus>(ProofingStatus.Disputed, TrackDesk.At.AddTicks(2)),
        Verification = VerificationStatus.InReview,
        VerificationSince = TrackDesk.At.AddTicks(3),
        VerificationResult = new KnownResult<VerificationStatus>(null, TrackDesk.At.AddTicks(4)),
        MustRecapture = true,
        LastConfirmation = new PersonConfirmation(Person, TrackDesk.At.AddTicks(5), new string('b', 64)),
    };
}
