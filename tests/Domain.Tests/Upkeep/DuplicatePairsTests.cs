using CsCheck;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Tests.Photos;
using PhotoFunctions.Domain.Upkeep;

namespace PhotoFunctions.Domain.Tests.Upkeep;

public sealed class DuplicatePairsTests
{
    private static readonly DuplicateRules Rules = new();
    private static readonly PhotoFingerprint Gown = PhotoFingerprint.Of(0xF0F0, [1, 2, 3, 4]);
    private static readonly PhotoFingerprint Beach = PhotoFingerprint.Of(~0xF0F0UL, [~1UL, ~2UL, ~3UL, ~4UL]);

    [Fact]
    public void Suspects_the_later_of_two_pictures_that_are_alike() =>
        Assert.Equal(["2"], Suspects(Picture("1", 0), Picture("3", 1, Beach), Picture("2", 2)));

    [Fact]
    public void Suspects_nobody_for_a_picture_of_its_own() => Assert.Empty(Suspects(Picture("1", 0), Picture("2", 1, Beach)));

    [Fact]
    public void Suspects_everyone_but_the_first_of_three() =>
        Assert.Equal(["2", "3"], Suspects(Picture("1", 0), Picture("2", 1), Picture("3", 2)));

    [Fact]
    public void Suspects_the_earlier_one_once_a_person_found_the_later_one_good() =>
        Assert.Equal(["1"], Suspects(Picture("1", 0), Picture("2", 1) with { IsApprovedByPerson = true }));

    [Fact]
    public void Leaves_two_alone_that_a_person_found_good() => Assert.Empty(
        Suspects(Picture("1", 0) with { IsApprovedByPerson = true }, Picture("2", 1) with { IsApprovedByPerson = true }));

    [Theory]
    [InlineData(CollectionStatus.Rejected)]
    [InlineData(CollectionStatus.Awaiting)]
    public void Leaves_a_photo_alone_that_does_not_count(CollectionStatus status) =>
        Assert.Empty(Suspects(Picture("1", 0), Picture("2", 1) with { Collection = status }));

    [Fact]
    public void Tells_two_of_the_same_moment_apart_by_their_numbers() =>
        Assert.Equal(["2"], Suspects(Picture("2", 0), Picture("1", 0)));

    [Fact]
    public void Finds_a_suspect_exactly_where_two_pictures_are_alike_by_the_rules() =>
        (from bits in Gen.Int[0, 40].Array[2, 6]
         select bits).Sample(bits =>
         {
             StudentPicture[] pictures = [.. bits.Select((count, i) => Picture($"{i}", i, Changed(count)))];
             var expected =
                 from later in pictures
                 where pictures.TakeWhile(earlier => earlier != later).Any(earlier => Rules.AreAlike(earlier.Fingerprint!, later.Fingerprint!))
                 select later.Student.Number.Value;

             Assert.Equal(expected, Suspects(pictures));
         });

    // The first bits of the fine hash turned over: two of them differ by the difference of their counts.
    private static PhotoFingerprint Changed(int bits) => PhotoFingerprint.Of(0xF0F0, [bits == 0 ? 0 : ulong.MaxValue >> (64 - bits), 2, 3, 4]);

    private static IEnumerable<string> Suspects(params StudentPicture[] pictures) =>
        DuplicatePairs.Suspects(pictures, Rules).Select(picture => picture.Student.Number.Value);

    private static StudentPicture Picture(string number, int second, PhotoFingerprint? fingerprint = null) => new()
    {
        Student = Samples.Student.Key with { Number = StudentNumber.Parse(number).Value! },
        Collection = CollectionStatus.Accepted,
        UploadedAt = Samples.Uploaded.AddSeconds(second),
        Fingerprint = fingerprint ?? Gown,
    };
}
