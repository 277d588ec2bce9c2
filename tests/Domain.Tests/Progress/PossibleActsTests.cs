using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.Domain.Tests.Review;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Domain.Tests.Progress;

public sealed class PossibleActsTests
{
    private static readonly Dictionary<string, Student> Standings = new()
    {
        ["awaiting"] = Samples.Student,
        ["rejected"] = Acts.Rejected,
        ["rejected for a fact"] = Acts.Deliver(Samples.Student, Samples.Judged("grey", "a", 0, PhotoFailures.Greyscale)),
        ["in review"] = Acts.InReview,
        ["under appeal"] = Acts.UnderAppeal,
        ["appeal denied"] = Acts.Do(Acts.UnderAppeal, CollectionEvent.AppealDenied),
        ["accepted"] = Acts.Accepted,
        ["confirmed"] = Confirmed("王老师"),
    };

    public static MatrixTheoryData<string, Actors> Viewers => new(Standings.Keys, [Actors.TeachingPoint, Actors.Administrator]);

    [Theory]
    [InlineData("awaiting", Actors.Administrator)]
    [InlineData("rejected", Actors.TeachingPoint, CollectionEvent.AppealOpened)]
    [InlineData("rejected", Actors.Administrator, CollectionEvent.AppealOpened)]
    [InlineData("rejected for a fact", Actors.Administrator)]
    [InlineData("in review", Actors.TeachingPoint, CollectionEvent.ReviewApproved, CollectionEvent.ReviewRefused)]
    [InlineData("in review", Actors.Administrator, CollectionEvent.ReviewApproved, CollectionEvent.ReviewRefused)]
    [InlineData("under appeal", Actors.TeachingPoint)]
    [InlineData("under appeal", Actors.Administrator, CollectionEvent.AppealGranted, CollectionEvent.AppealDenied)]
    [InlineData("appeal denied", Actors.TeachingPoint)]
    [InlineData("accepted", Actors.TeachingPoint, CollectionEvent.PersonDenied)]
    [InlineData("accepted", Actors.Administrator, CollectionEvent.PhotoReopened, CollectionEvent.PersonDenied)]
    public void Offers_about_a_photo_what_the_viewer_may_decide_now(string standing, Actors actor, params CollectionEvent[] expected) =>
        Assert.Equal(expected, Of(Standings[standing], actor).Photo);

    [Theory]
    [MemberData(nameof(Viewers))]
    public void Offers_nothing_that_is_refused_and_leaves_nothing_out_that_is_taken(string standing, Actors actor)
    {
        foreach (var proofing in Enum.GetValues<ProofingStatus>())
        {
            foreach (var verification in Enum.GetValues<VerificationStatus>())
            {
                var student = Standings[standing] with { Proofing = proofing, Verification = verification };
                AssertHolds(student, Of(student, actor), actor);
            }
        }
    }

    [Fact]
    public void Lets_a_teaching_point_answer_for_a_student_only_where_class_teachers_may()
    {
        var student = Samples.Student with { Proofing = ProofingStatus.Due };

        Assert.Empty(Of(student, Actors.TeachingPoint).Proofing);
        var allowed = PossibleActs.Of(
            student, new ProofingRules { ClassTeacherMayProof = true }, Actors.TeachingPoint, person: null, Acts.At).Proofing;

        Assert.Equal([ProofingEvent.PictureConfirmed, ProofingEvent.PictureDisputed], allowed);
    }

    [Theory]
    [InlineData("accepted", "王老师", true)]
    [InlineData("confirmed", "王老师", false)]
    [InlineData("confirmed", "李老师", true)]
    [InlineData("in review", "王老师", false)]
    public void Asks_for_the_person_who_has_not_confirmed_yet(string standing, string person, bool expected) => Assert.Equal(
        expected,
        PossibleActs.Of(Standings[standing], new ProofingRules(), Actors.TeachingPoint, person, Acts.At).ConfirmsPerson);

    private static void AssertHolds(Student student, PossibleActs possible, Actors actor)
    {
        var by = Attribution.Create(actor, "赵老师", "核对无误", needsReason: true).Value!;
        var photo = student.Photo?.Sha256 ?? new string('1', 64);
        foreach (var happened in Enum.GetValues<CollectionEvent>())
        {
            var act = Acts.Create(happened, photo, "赵老师", "核对无误");
            var decision = ReviewDecider.Decide(student, act, actor, Acts.At).Value;
            Assert.Equal(possible.Photo.Contains(happened), decision is { History: not null });
        }

        foreach (var happened in Enum.GetValues<ProofingEvent>())
        {
            var isAdmitted = new ProofingRules().Admit(happened, actor).Failure is null;
            var change = isAdmitted ? ProofingDecider.Decide(student, happened, by, Tracks.Day(1)).Value : null;
            AssertOffered(possible.Proofing.Contains(happened), change);
        }

        foreach (var happened in Enum.GetValues<VerificationEvent>())
        {
            AssertOffered(possible.Verification.Contains(happened), VerificationDecider.Decide(student, happened, by, Tracks.Day(1)).Value);
        }

        foreach (var to in Enum.GetValues<ProofingStatus>())
        {
            AssertOffered(possible.ProofingCorrections.Contains(to), ProofingDecider.Correct(student, to, by, Tracks.Day(1)).Value);
        }

        foreach (var to in Enum.GetValues<VerificationStatus>())
        {
            AssertOffered(possible.VerificationCorrections.Contains(to), VerificationDecider.Correct(student, to, by, Tracks.Day(1)).Value);
        }
    }

    // What is not offered is refused, or was done before and changes nothing.
    private static void AssertOffered(bool isOffered, StudentChange? change) => Assert.Equal(isOffered, change is { IsNothing: false });

    private static PossibleActs Of(Student student, Actors actor) =>
        PossibleActs.Of(student, new ProofingRules(), actor, person: null, Acts.At);

    private static Student Confirmed(string person)
    {
        var by = Attribution.Create(Actors.TeachingPoint, person, reason: null, needsReason: false).Value!;
        return PersonDecider.Confirm(Acts.Accepted, Acts.Accepted.Photo!.Sha256!, by, Acts.At).Value!.Student;
    }
}
