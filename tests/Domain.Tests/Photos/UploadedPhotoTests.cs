using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Domain.Tests.Photos;

public sealed class UploadedPhotoTests
{
    [Fact]
    public void Is_known_by_the_hash_of_its_content() => Assert.Equal(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        new UploadedPhoto(Samples.Version("a", 0), 3, "abc"u8.ToArray()).Sha256);

    [Fact]
    public void Has_no_hash_when_it_was_too_large_to_be_read() =>
        Assert.Null(new UploadedPhoto(Samples.Version("a", 0), 30_000_000, default).Sha256);

    [Fact]
    public void Prints_no_name() =>
        Assert.DoesNotContain("19491231", $"{new UploadedPhoto(Samples.Version("a", 0), 3, "abc"u8.ToArray())}", StringComparison.Ordinal);
}
