using CsCheck;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Domain.Tests.Photos;

public sealed class UploadOfferTests
{
    private const string Id = "11010519491231002X";
    private const string OtherId = "440524188001010014";
    private static readonly Cohort Cohort = new()
    {
        Code = CohortCode.Parse("2024").Value!,
        Name = "2024届",
        CollectionOpensOn = new DateOnly(2023, 4, 1),
        CollectionClosesOn = new DateOnly(2023, 6, 30),
        Photos = PhotoSpecification.Default with { MaxBytes = 1000 },
    };

    private static readonly TeachingPointCode Point = TeachingPointCode.Parse("TP012").Value!;

    [Theory]
    [InlineData($"{Id}.jpg")]
    [InlineData($"2班/张老师/{Id}.jpg")]
    [InlineData($"2班 (上)/{Id}.png")]
    [InlineData("11010519491231002x.jpg")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ.jpg")]
    [InlineData(Id)]
    [InlineData($"100%合格?#&+/{Id}.jpg")]
    public void Takes_a_name_as_it_is(string name) => Assert.Equal($"2024/TP012/{name}", Decide(name).Value!.BlobName);

    [Theory]
    [InlineData(null, FailureCodes.ValueMissing)]
    [InlineData("", FailureCodes.ValueMissing)]
    [InlineData("  ", FailureCodes.ValueMissing)]
    [InlineData("张三.jpg", FailureCodes.FileNameNotId)]
    [InlineData($"{Id} (1).jpg", FailureCodes.FileNameNotId)]
    [InlineData("110105194912310021.jpg", FailureCodes.NationalIdChecksum)]
    [InlineData("11010519490231002X.jpg", FailureCodes.NationalIdDate)]
    [InlineData($"../{Id}.jpg", FailureCodes.UploadNameUnusable)]
    [InlineData($"../../2025/TP013/{Id}.jpg", FailureCodes.UploadNameUnusable)]
    [InlineData($"./{Id}.jpg", FailureCodes.UploadNameUnusable)]
    [InlineData($"a./{Id}.jpg", FailureCodes.UploadNameUnusable)]
    [InlineData($"{Id}.", FailureCodes.UploadNameUnusable)]
    [InlineData($"/{Id}.jpg", FailureCodes.UploadNameUnusable)]
    [InlineData($"a//{Id}.jpg", FailureCodes.UploadNameUnusable)]
    [InlineData($"a/ /{Id}.jpg", FailureCodes.UploadNameUnusable)]
    [InlineData($"{Id}.jpg/", FailureCodes.UploadNameUnusable)]
    [InlineData($@"a\{Id}.jpg", FailureCodes.UploadNameUnusable)]
    [InlineData($"%2e%2e/{Id}.jpg", FailureCodes.UploadNameUnusable)]
    [InlineData($"a%2F{Id}.jpg", FailureCodes.UploadNameUnusable)]
    [InlineData($"\ud800/{Id}.jpg", FailureCodes.UploadNameUnusable)]
    [InlineData($"\uffff/{Id}.jpg", FailureCodes.UploadNameUnusable)]
    [InlineData($"a\n/{Id}.jpg", FailureCodes.ControlCharacter)]
    [InlineData($"{Id}.jpg\0", FailureCodes.ControlCharacter)]
    [InlineData($"\u2028/{Id}.jpg", FailureCodes.ControlCharacter)]
    public void Refuses_a_name_that_leads_nowhere(string? name, string code) => Assert.Equal(code, Decide(name).Failure!.Code);

    [Fact]
    public void Refuses_a_name_that_storage_has_no_room_for() =>
        Assert.Equal(FailureCodes.ValueTooLong, Decide($"{new string('a', 900)}/{Id}.jpg").Failure!.Code);

    [Theory]
    [InlineData(null, FailureCodes.ValueMissing)]
    [InlineData(-1L, FailureCodes.FileEmpty)]
    [InlineData(0L, FailureCodes.FileEmpty)]
    [InlineData(1L, null)]
    [InlineData(1000L, null)]
    [InlineData(1001L, FailureCodes.FileTooLarge)]
    [InlineData(long.MaxValue, FailureCodes.FileTooLarge)]
    public void Refuses_a_length_that_the_cohort_does_not_take(long? bytes, string? code) =>
        Assert.Equal(code, Decide($"{Id}.jpg", bytes).Failure?.Code);

    [Theory]
    [InlineData($"{Id}.jpg")]
    [InlineData($"{Id}.png")]
    [InlineData($"2班/{Id}.jpg")]
    [InlineData("11010519491231002x.jpg")]
    [InlineData("１１０１０５１９４９１２３１００２ｘ.jpg")]
    public void Refuses_a_second_file_for_the_same_number(string second)
    {
        var decided = UploadOffer.Decide(
            Cohort, Point, [new OfferedFile($"{Id}.jpg", 1), new OfferedFile($"{OtherId}.jpg", 1), new OfferedFile(second, 1)]);

        Assert.Equal([null, null, FailureCodes.UploadRepeated], decided.Select(result => result.Failure?.Code));
    }

    [Fact]
    public void Lets_a_good_file_follow_a_refused_one_for_the_same_number()
    {
        var decided = UploadOffer.Decide(Cohort, Point, [new OfferedFile($"{Id}.jpg", 0), null, new OfferedFile($"{Id}.jpg", 1)]);

        Assert.Equal(
            [FailureCodes.FileEmpty, FailureCodes.ValueMissing, null], decided.Select(result => result.Failure?.Code));
    }

    [Fact]
    public void Offers_only_what_the_pipeline_finds_again_in_the_same_place() =>
        Gen.Select(Gen.String[0, 8], UploadNames.Before, NationalIds.Valid, UploadNames.After, UploadNames.Extension)
            .Sample((folder, before, id, after, extension) =>
            {
                var name = $"{folder}/{before}{id}{after}{extension}";
                var decided = Assert.Single(UploadOffer.Decide(Cohort, Point, [new OfferedFile(name, 1)]));
                if (decided.Value is { } offer)
                {
                    var address = new Uri($"https://a.example/{string.Join('/', offer.BlobName.Split('/').Select(Uri.EscapeDataString))}");
                    Assert.Equal(offer.BlobName, Uri.UnescapeDataString(address.AbsolutePath)[1..]);
                    var path = UploadPath.Parse(offer.BlobName);
                    Assert.True(path.HasAddress);
                    Assert.Equal(("2024", "TP012", true), (path.Cohort?.Value, path.TeachingPoint?.Value, path.NationalId.Failure is null));
                }
            });

    private static Result<UploadOffer> Decide(string? name, long? bytes = 1) =>
        Assert.Single(UploadOffer.Decide(Cohort, Point, [new OfferedFile(name, bytes)]));
}
