using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Tests.Mail;

/// <summary>The facts of one mail of each kind.</summary>
internal static class MailFacts
{
    public const string Number = "20240101077";

    public static readonly DateOnly Today = new(2027, 6, 23);

    public static IEnumerable<ReminderContent> AllOf(Language language) =>
    [
        Collection(language), Digest(language), Rejected(language), Proofing(language), Verification(language),
        VerificationDigest(language), Escalation(language),
    ];

    public static CollectionReminderContent Collection(Language language) => new()
    {
        Cohort = Cohort(language),
        Today = Today,
        Student = Student(),
        TeachingPoint = Point(),
        ClosesOn = Today.AddDays(7),
    };

    public static PhotoRejectedContent Rejected(Language language) => new()
    {
        Cohort = Cohort(language),
        Today = Today,
        Student = Student() with { Collection = CollectionStatus.Rejected },
        TeachingPoint = Point(),
        ClosesOn = Today.AddDays(7),
        Reasons =
        [
            new Failure(FailureCodes.ClothesBlue, new BilingualText("衣服颜色与背景过于接近。", "Expected clothes that are not blue.")),
            new Failure(FailureCodes.PhotoResubmitted, new BilingualText("与此前被驳回的照片相同。", "Expected another photo than the rejected one.")),
        ],
    };

    public static ProofingReminderContent Proofing(Language language) => new()
    {
        Cohort = Cohort(language),
        Today = Today,
        Student = Student() with { Collection = CollectionStatus.Accepted, Proofing = ProofingStatus.Due },
        TeachingPoint = Point(),
        ExpectedFrom = new DueDate(new DateOnly(2027, 6, 20), false),
        ExpectedUntil = new DueDate(new DateOnly(2027, 7, 18), false),
    };

    public static VerificationReminderContent Verification(Language language) => new()
    {
        Cohort = Cohort(language),
        Today = Today,
        Student = Student() with { Verification = VerificationStatus.Failed },
        TeachingPoint = Point(),
        AnswerBy = new DateOnly(2027, 6, 28),
        RecaptureBy = null,
    };

    public static CollectionDigestContent Digest(Language language) => new()
    {
        Cohort = Cohort(language),
        Today = Today,
        TeachingPoint = Point(),
        ClosesOn = Today.AddDays(7),
        Awaiting = [Numbered(1), Numbered(2)],
        Rejected = [Numbered(3)],
        InReview = [Numbered(4)],
        Unreached = [Numbered(2)],
    };

    public static VerificationDigestContent VerificationDigest(Language language) => new()
    {
        Cohort = Cohort(language),
        Today = Today,
        TeachingPoint = Point(),
        Lines =
        [
            new(Point().Code, Numbered(1), VerificationStatus.Failed, new DateOnly(2027, 6, 1), true, false),
            new(Point().Code, Numbered(2), VerificationStatus.Uncertain, new DateOnly(2027, 6, 2), false, true),
        ],
    };

    public static VerificationDigestContent Escalation(Language language) => VerificationDigest(language) with
    {
        TeachingPoint = null,
        Lines =
        [
            .. VerificationDigest(language).Lines,
            new(TeachingPointCode.Parse("TP2").Value!, Numbered(3), VerificationStatus.Abnormal, new DateOnly(2027, 6, 3), false, false),
        ],
    };

    public static Cohort Cohort(Language language) => new()
    {
        Code = Mails.Cohort("MAIL"),
        Name = "2027届",
        CollectionOpensOn = new DateOnly(2027, 4, 1),
        CollectionClosesOn = new DateOnly(2027, 6, 30),
        AdministratorMail = "office@college.example",
        Language = language,
        Units =
        [
            new PhotoUnit
            {
                Name = "新华社图片社",
                Reached = new ContactDetails { Contact = "李老师", Phone = "0791-1234567", Mail = "unit@photos.example" },
            },
        ],
    };

    public static TeachingPoint Point() => new()
    {
        Cohort = Mails.Cohort("MAIL"),
        Code = TeachingPointCode.Parse("TP1").Value!,
        Name = "赣州教学点",
        Reached = new ContactDetails { Contact = "王老师", Phone = "0797-7654321", Mail = "tp1@college.example" },
    };

    public static Student Student(string name = "张三", string mail = "student@b.example") => new()
    {
        Key = new StudentKey(Mails.Cohort("MAIL"), Point().Code, StudentNumber.Parse(Number).Value!),
        Profile = new StudentProfile { Name = name, NationalId = NationalId.Parse(TestIds.First).Value!, Mail = mail },
        EnrolledAt = DateTimeOffset.UnixEpoch,
        CollectionSince = DateTimeOffset.UnixEpoch,
    };

    public static StudentNumber Numbered(int index) => StudentNumber.Parse($"2024020{index:D4}").Value!;
}
