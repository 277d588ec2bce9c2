using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Tests.Storage;

public sealed class TableUnitRequestStoreTests(EmulatorFixture emulator)
{
    private const string Person = "欧阳老师";
    private const string Description = "图像为他人照片";
    private static readonly Attribution Teacher = Attribution.Create(Actors.TeachingPoint, Person, null, needsReason: false).Value!;

    private static readonly UnitRequestDraft Draft =
        UnitRequestDraft.Create(UnitRequestKind.Erratum, UnitRequestReason.NotThePerson, Description).Value!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_a_request_together_with_the_student_and_the_history()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "U1");
        await DisputeAsync(desk);

        var asked = (await OpenAsync(desk)).Value!;

        Assert.Equal([asked], await StoreOf(desk).ListAsync(desk.Key(0), Token));
        Assert.Equal(ProofingStatus.Correcting, (await desk.ReadAsync(desk.Key(0))).Proofing);
        var history = await desk.HistoryAsync(desk.Key(0));
        Assert.Equal(["CorrectionRequested", "ErratumRequested"], history.Skip(1).Select(line => line.Event).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Records_one_request_however_often_it_comes_at_once()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "U2");

        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OpenAsync(desk)));

        Assert.Single(asked.Select(result => result.Value).Distinct());
        Assert.Single(await StoreOf(desk).ListAsync(desk.Key(0), Token));
        Assert.Single(await desk.HistoryAsync(desk.Key(0)));
    }

    [Fact]
    public async Task Moves_a_request_on_beside_others_changes_of_the_student()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "U3");
        await DisputeAsync(desk);
        var asked = (await OpenAsync(desk)).Value!;
        var isAccepted = false;

        var sent = await StoreOf(desk).ChangeAsync(
            desk.Key(0),
            (student, requests) =>
            {
                if (!isAccepted)
                {
                    isAccepted = true;
                    desk.AcceptAsync(desk.Key(0)).GetAwaiter().GetResult();
                }

                return UnitRequestDecider.Advance(
                    student, requests, asked.Id, UnitRequestStatus.Sent, Teacher, TrackDesk.At.AddHours(1));
            },
            Token);

        var student = await desk.ReadAsync(desk.Key(0));
        Assert.Equal(UnitRequestStatus.Sent, sent.Value?.Status);
        Assert.Equal([sent.Value!], await StoreOf(desk).ListAsync(desk.Key(0), Token));
        Assert.Equal((CollectionStatus.Accepted, ProofingStatus.Correcting), (student.Collection, student.Proofing));
        Assert.Equal(student.Standing, StudentHistory.Replay(await desk.HistoryAsync(desk.Key(0))));
    }

    [Fact]
    public async Task Stores_nothing_that_a_person_wrote_in_the_clear()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "U4");
        await OpenAsync(desk);

        await foreach (var row in desk.Rows.QueryAsync<TableEntity>("PartitionKey eq 'U4~TP1'", cancellationToken: Token))
        {
            var columns = row.Select(column => column.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{column.Value}");
            var text = string.Join(' ', columns);
            Assert.DoesNotContain(Person, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Description, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Knows_no_student_whose_row_is_not_there()
    {
        using var desk = await TrackDesk.OpenAsync(emulator, "U5");

        var asked = await StoreOf(desk).ChangeAsync(
            desk.Key(9), (student, requests) => UnitRequestDecider.Open(student, requests, Draft, Teacher, TrackDesk.At), Token);

        Assert.Equal(FailureCodes.StudentNumberUnknown, asked.Failure?.Code);
    }

    private static TableUnitRequestStore StoreOf(TrackDesk desk) => desk.App.Services.GetRequiredService<TableUnitRequestStore>();

    private static Task<Result<UnitRequest>> OpenAsync(TrackDesk desk) =>
        desk.App.Services.GetRequiredService<UnitRequests>().OpenAsync(desk.Key(0), Draft, Teacher, Token);

    private static Task<Result<Student>> DisputeAsync(TrackDesk desk) => desk.Changes.ChangeAsync(
        desk.Key(0), student => ProofingDecider.Decide(student, ProofingEvent.PictureDisputed, Teacher, TrackDesk.At), Token);
}
