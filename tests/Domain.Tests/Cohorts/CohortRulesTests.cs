using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Cohorts;

public sealed class CohortRulesTests
{
    private static readonly DateOnly Opens = new(2023, 4, 1);
    private static readonly DateOnly Closes = new(2023, 6, 30);
    private static readonly Cohort Shipped = Cohort.Create(CohortCode.Parse("2024").Value!, "2024届", Opens, Closes).Value!;
    private static readonly SpecialWindow Upgraded = new() { Level = "专升本", Window = new CollectionWindow(Opens, Closes) };

    public static TheoryData<string, Cohort, string, string> Broken => new()
    {
        { "no name", Shipped with { Name = " " }, FailureCodes.ValueMissing, "name" },
        { "inverted", Shipped with { CollectionClosesOn = Opens.AddDays(-1) }, FailureCodes.WindowInverted, "window" },
        { "negative grace", Shipped with { GraceDays = -1 }, FailureCodes.SettingInvalid, "graceDays" },
        { "a year and more of grace", Shipped with { GraceDays = 366 }, FailureCodes.SettingInvalid, "graceDays" },
        {
            "too many windows",
            Shipped with { Windows = [.. Enumerable.Range(0, 101).Select(i => Upgraded with { Level = $"层次{i}" })] },
            FailureCodes.SettingInvalid,
            "windows"
        },
        { "window of nobody", Shipped with { Windows = [Upgraded with { Level = null }] }, FailureCodes.SettingInvalid, "windows" },
        { "window of an empty level", Shipped with { Windows = [Upgraded with { Level = "" }] }, FailureCodes.SettingInvalid, "windows" },
        { "two windows of a level", Shipped with { Windows = [Upgraded, Upgraded] }, FailureCodes.SettingInvalid, "windows" },
        {
            "level with a line break", Shipped with { Windows = [Upgraded with { Level = "a\nb" }] }, FailureCodes.ControlCharacter, "level"
        },
        {
            "inverted window of a level",
            Shipped with { Windows = [Upgraded with { Window = new CollectionWindow(Closes, Opens) }] },
            FailureCodes.WindowInverted,
            "window"
        },
        { "no wait", Shipped with { Proofing = new ProofingRules { MinWait = 0 } }, FailureCodes.SettingInvalid, "proofing.minWait" },
        {
            "waits inverted", Shipped with { Proofing = new ProofingRules { MaxWait = 9 } }, FailureCodes.SettingInvalid, "proofing.maxWait"
        },
        {
            "unknown unit",
            Shipped with { Proofing = new ProofingRules { WaitUnit = (WaitUnit)7 } },
            FailureCodes.SettingInvalid,
            "proofing.waitUnit"
        },
        {
            "unknown start",
            Shipped with { Proofing = new ProofingRules { StartsFrom = (ProofingStart)7 } },
            FailureCodes.SettingInvalid,
            "proofing.startsFrom"
        },
        { "reminder twice", Shipped with { ReminderDaysBefore = [7, 7] }, FailureCodes.SettingInvalid, "reminderDaysBefore" },
        { "reminder after the end", Shipped with { ReminderDaysBefore = [-1] }, FailureCodes.SettingInvalid, "reminderDaysBefore" },
        {
            "too many reminders",
            Shipped with { ReminderDaysBefore = [.. Enumerable.Range(0, 21)] },
            FailureCodes.SettingInvalid,
            "reminderDaysBefore"
        },
        { "no form", Shipped with { Forms = new FormRules { Erratum = [] } }, FailureCodes.SettingInvalid, "forms.erratum" },
        { "null for a form", Shipped with { Forms = new FormRules { Reprint = null! } }, FailureCodes.SettingInvalid, "forms.reprint" },
        { "null for a column", Shipped with { Forms = new FormRules { Reprint = [null!] } }, FailureCodes.SettingInvalid, "forms.reprint" },
        {
            "heading twice",
            Shipped with { Forms = new FormRules { Erratum = [new("a", FormField.Name), new("a", FormField.Blank)] } },
            FailureCodes.SettingInvalid,
            "forms.erratum"
        },
        {
            "no heading",
            Shipped with { Forms = new FormRules { Erratum = [new("", FormField.Name)] } },
            FailureCodes.ValueMissing,
            "heading"
        },
        {
            "unknown field",
            Shipped with { Forms = new FormRules { Erratum = [new("a", (FormField)99)] } },
            FailureCodes.SettingInvalid,
            "forms.erratum"
        },
        {
            "too many units",
            Shipped with { Units = [.. Enumerable.Repeat(new PhotoUnit { Name = "新华社" }, 6)] },
            FailureCodes.SettingInvalid,
            "units"
        },
        { "unknown language", Shipped with { Language = (Language)9 }, FailureCodes.SettingInvalid, "language" },
        { "no retention at all", Shipped with { RetentionDays = 0 }, FailureCodes.SettingInvalid, "retentionDays" },
        {
            "broken photo rules",
            Shipped with { Photos = new PhotoSpecification { MaxBytes = 0 } },
            FailureCodes.SpecificationInvalid,
            "maxBytes"
        },
    };

    [Fact]
    public void Takes_the_settings_as_shipped()
    {
        Assert.Null(Shipped.Checked().Failure);
        Assert.Equal((10, 30, WaitUnit.WorkingDays), (Shipped.Proofing.MinWait, Shipped.Proofing.MaxWait, Shipped.Proofing.WaitUnit));
        Assert.Equal([30, 14, 7, 3, 1], Shipped.ReminderDaysBefore);
        Assert.Equal("{nationalId}.jpg", Shipped.PhotoFileName.Text);
        Assert.False(Shipped.Proofing.ClassTeacherMayProof);
    }

    // Nothing is erased, nobody is late with impunity, before an administrator said so.
    [Fact]
    public void Ships_without_retention_and_without_grace() => Assert.Equal((null, 0), (Shipped.RetentionDays, Shipped.GraceDays));

    [Theory]
    [MemberData(nameof(Broken))]
    public void Names_the_first_wrong_setting(string what, Cohort cohort, string code, string named)
    {
        var failure = cohort.Checked().Failure;

        Assert.True(failure?.Code == code, $"{what}: {failure?.Code}");
        Assert.Contains(named, failure!.Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{nationalId}.jpg", true)]
    [InlineData("{studentNumber}_{name}.jpg", true)]
    [InlineData("10403-{nationalId}.jpg", true)]
    [InlineData("{name}.jpg", false)]
    [InlineData("photo.jpg", false)]
    [InlineData("{nationalId}.png", false)]
    [InlineData("{nationalId}.jpg{name}", false)]
    [InlineData("{nationalID}.jpg", false)]
    [InlineData("a/{nationalId}.jpg", false)]
    [InlineData("a\\{nationalId}.jpg", false)]
    [InlineData("{nationalId}\n.jpg", false)]
    [InlineData("{{nationalId}}.jpg", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Takes_only_file_names_that_tell_students_apart(string? text, bool isFine)
    {
        var parsed = FileNameTemplate.Parse(text);

        Assert.Equal(isFine ? null : FailureCodes.SettingInvalid, parsed.Failure?.Code);
        Assert.Equal(isFine ? text : null, parsed.Value?.Text);
    }
}
