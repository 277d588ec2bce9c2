using System.Net;
using System.Security.Cryptography;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class PictureApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("original", "S1-original.jpg")]
    [InlineData("platform-120x160", "S1-platform-120x160.jpg")]
    [InlineData("chsi-480x640", "S1-chsi-480x640.jpg")]
    public async Task Gives_the_very_bytes_under_their_hash_as_a_download_that_nobody_keeps(string picture, string fileName)
    {
        using var review = await ReviewCase.InReviewAsync(emulator, $"I1{picture[..2]}");

        using var response = await review.SendAsync($"students/S1/photo/{picture}");

        var content = await response.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal("image/jpeg", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"", response.Headers.ETag?.Tag);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var disposition = response.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", fileName), (disposition.DispositionType, disposition.FileName));
        Assert.True(response.Headers.CacheControl?.NoStore);
        if (picture == "original")
        {
            Assert.Equal(SampleFiles.Portrait(), content);
            Assert.Equal($"\"{await review.Sha256Async()}\"", response.Headers.ETag?.Tag);
        }
    }

    [Theory]
    [InlineData("png", "image/png", "S1-original.png")]
    [InlineData("not-an-image", "application/octet-stream", "S1-original.bin")]
    public async Task Says_what_an_original_is_by_its_first_bytes_only(string file, string contentType, string fileName)
    {
        using var review = await ReviewCase.InReviewAsync(emulator, $"I2{file[..3]}");
        await review.UploadAsync(SampleFiles.File(file));

        using var response = await review.SendAsync("students/S1/photo/original");

        var headers = response.Content.Headers;
        Assert.Equal((contentType, fileName), (headers.ContentType?.MediaType, headers.ContentDisposition?.FileName));
    }

    [Theory]
    [InlineData("students/S1/photo/none")]
    [InlineData("students/S1/photo/..%2F..")]
    [InlineData("students/S2/photo/original")]
    public async Task Finds_nothing_where_there_is_no_picture(string address)
    {
        using var review = await ReviewCase.InReviewAsync(emulator, $"I3{address.Length}{address[10]}");

        using var response = await review.SendAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Has_no_output_of_a_photo_that_was_rejected()
    {
        using var review = await ReviewCase.RejectedAsync(emulator, "I4");

        Assert.Equal(HttpStatusCode.NotFound, (await review.SendAsync("students/S1/photo/platform-120x160")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await review.SendAsync("students/S1/photo/original")).StatusCode);
    }
}
