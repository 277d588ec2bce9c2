using CsCheck;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Domain.Tests.Progress;

/// <summary>What holds for every course of events.</summary>
public sealed class TrackPropertyTests
{
    private static readonly DateTimeOffset Now = Tracks.Day(30);

    private static Student Recapturing =>
        Tracks.Must(VerificationDecider.RequireRecapture(Tracks.Newcomer, Attribution.Import, Tracks.Day(-1))).Student;

    [Fact]
    public void Ends_in_the_same_place_in_whatever_order_dated_reports_and_the_photo_arrive() =>
        (from reports in TrackCourses.Reports
         from order in Gen.Shuffle(Enumerable.Range(0, reports.Length).ToArray())
         from mustRecapture in Gen.Bool
         select (reports, order, mustRecapture)).Sample(sample =>
         {
             var student = sample.mustRecapture ? Recapturing : Tracks.Newcomer;

             var expected = TakeAll(student, sample.reports);
             var actual = TakeAll(student, sample.order.Select(i => sample.reports[i]));

             Assert.Equal((expected.Standing, expected.CaptureApprovedOn), (actual.Standing, actual.CaptureApprovedOn));
         });

    [Fact]
    public void Ends_in_the_same_place_when_every_report_comes_twice() =>
        (from reports in TrackCourses.Reports
         from order in Gen.Shuffle(Enumerable.Range(0, reports.Length * 2).ToArray())
         select (reports, order)).Sample(sample => Assert.Equal(
             TakeAll(Tracks.Newcomer, sample.reports).Standing,
             TakeAll(Tracks.Newcomer, sample.order.Select(i => sample.reports[i % sample.reports.Length])).Standing));

    [Fact]
    public void Changes_nothing_when_the_same_reports_come_again() => TrackCourses.Reports.Sample(reports =>
    {
        var student = TakeAll(Tracks.Newcomer, reports);

        Assert.All(reports[..^1], report => Assert.True(Tracks.Must(report(student, Now)).IsNothing));
    });

    [Fact]
    public void Replays_to_the_present_even_when_the_clocks_of_machines_differ() =>
        Gen.OneOf(
            TrackCourses.OfOneTrack.Select(Gen.Int[-30, 30]),
            TrackCourses.OfPhotos.Select(Gen.Const(0))).Array[0, 40].Sample(steps =>
        {
            var (student, lines) = (Tracks.Newcomer, new List<HistoryEntry>());
            foreach (var (i, (step, skew)) in steps.Index())
            {
                if (step(student, Now.AddSeconds((i * 10) + skew)).Succeeded(out var change, out _))
                {
                    lines.AddRange(change.History);
                    student = change.Student;
                }
            }

            Assert.Equal(student.Standing, StudentHistory.Replay(lines.OrderBy(line => line.At)));
        });

    [Fact]
    public void Stands_in_the_same_stage_however_legal_events_of_different_tracks_are_interleaved() =>
        (from collection in Gen.Enum<CollectionEvent>().Select(On).Array[0, 6]
         from proofing in Gen.Enum<ProofingEvent>().Select(On).Array[0, 6]
         from verification in Gen.Enum<VerificationEvent>().Select(On).Array[0, 6]
         let tracks = new[] { collection, proofing, verification }
         from order in Gen.Shuffle(tracks.SelectMany((track, i) => track.Select(_ => i)).ToArray())
         select (tracks, order)).Sample(sample =>
         {
             var queues = sample.tracks.Select(track => new Queue<Func<Standing, Standing>>(track)).ToArray();
             var interleaved = sample.order.Aggregate(Standing.Initial, (standing, i) => queues[i].Dequeue()(standing));
             var oneByOne = sample.tracks.SelectMany(track => track).Aggregate(Standing.Initial, (standing, happens) => happens(standing));

             Assert.Equal((oneByOne, oneByOne.Stage), (interleaved, interleaved.Stage));
         });

    private static Student TakeAll(Student student, IEnumerable<TrackCourses.Step> steps) =>
        steps.Aggregate(student, (before, step) => Tracks.Must(step(before, Now)).Student);

    // An illegal event happens to nobody.
    private static Func<Standing, Standing> On(CollectionEvent happened) => standing =>
        StudentLifecycle.Apply(standing.Collection, happened).Succeeded(out var to, out _) ? standing with { Collection = to } : standing;

    private static Func<Standing, Standing> On(ProofingEvent happened) => standing =>
        StudentLifecycle.Apply(standing.Proofing, happened).Succeeded(out var to, out _) ? standing with { Proofing = to } : standing;

    private static Func<Standing, Standing> On(VerificationEvent happened) => standing =>
        StudentLifecycle.Apply(standing.Verification, happened).Succeeded(out var to, out _)
            ? standing with { Verification = to }
            : standing;
}
