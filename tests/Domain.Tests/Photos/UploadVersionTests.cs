using CsCheck;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Domain.Tests.Photos;

public sealed class UploadVersionTests
{
    private static readonly DateTimeOffset Noon = new(2023, 4, 20, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Is_newer_when_it_was_written_later_whatever_the_names()
    {
        Assert.True(new UploadVersion("a", "1", Noon.AddSeconds(1)).IsNewerThan(new UploadVersion("b", "2", Noon)));
        Assert.False(new UploadVersion("b", "1", Noon).IsNewerThan(new UploadVersion("a", "2", Noon.AddSeconds(1))));
    }

    [Fact]
    public void Is_newer_by_ordinal_name_within_a_second()
    {
        Assert.True(new UploadVersion("b", "1", Noon).IsNewerThan(new UploadVersion("a", "2", Noon)));
        Assert.True(new UploadVersion("a", "1", Noon).IsNewerThan(new UploadVersion("B", "2", Noon)));
        Assert.False(new UploadVersion("B", "1", Noon).IsNewerThan(new UploadVersion("a", "2", Noon)));
    }

    [Fact]
    public void Is_newer_than_another_version_of_its_name_within_a_second_because_it_lies_in_the_inbox_now() =>
        Assert.True(new UploadVersion("a", "2", Noon).IsNewerThan(new UploadVersion("a", "1", Noon)));

    [Fact]
    public void Compares_instants_not_offsets() =>
        Assert.True(new UploadVersion("b", "1", Noon.ToOffset(TimeSpan.FromHours(8))).IsNewerThan(new UploadVersion("a", "2", Noon)));

    [Fact]
    public void Stands_in_one_line_with_all_versions_of_other_names() => UploadVersions.Distinct.Sample(versions =>
    {
        var places = versions.Select(version => versions.Count(other => other != version && version.IsNewerThan(other)));

        // A line, and not a circle: each place from the oldest to the newest is taken once.
        Assert.Equal(Enumerable.Range(0, versions.Length), places.Order());
        Assert.All(
            from one in versions from other in versions where one != other select (one, other),
            pair => Assert.NotEqual(pair.one.IsNewerThan(pair.other), pair.other.IsNewerThan(pair.one)));
    });

    [Fact]
    public void Prints_no_name() => Assert.Equal("0x8DC", $"{new UploadVersion("2024/TP012/11010519491231002X.jpg", "0x8DC", Noon)}");
}
