using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Specialized;
using PhotoFunctions.LocalHost.Demo;
using PhotoFunctions.LocalHost.Demo.Api;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.Pipeline;

/// <summary>What happens to uploads from the container to the student, with the real app in a process of its own.</summary>
public sealed class PipelineTests(PipelineHost host) : IClassFixture<PipelineHost>
{
    [Fact]
    public async Task Accepts_a_good_photo_and_keeps_it_in_the_platforms_form()
    {
        var student = host.TakeStudent();
        var etag = await host.UploadAsync(PathOf(student), host.TakePortrait());

        var outcome = await host.OutcomeAsync(student.TeachingPoint, etag);
        Assert.Equal("accepted", outcome.Outcome);
        Assert.Equal(student.Number, outcome.StudentNumber);
        await host.InboxEmptyAsync(student);
        var shown = await host.StudentAsync(student);
        Assert.Equal("accepted", shown.GetProperty("collection").GetString());
        var output = shown.GetProperty("photo").GetProperty("outputs").EnumerateArray().Single(each => each.GetProperty("profile").GetString() == "platform-120x160");
        Assert.Equal((120, 160), (output.GetProperty("width").GetInt32(), output.GetProperty("height").GetInt32()));
        var photo = await host.PhotoAsync(output.GetProperty("blobName").GetString()!);
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xE0], photo[..4]);
        Assert.Equal(output.GetProperty("bytes").GetInt32(), photo.Length);
        Assert.DoesNotContain(student.NationalId, shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decides_once_when_the_handler_is_killed_in_the_midst_of_a_photo()
    {
        var (student, photo) = (host.TakeStudent(), host.TakePortrait());
        var hold = host.Gate.Hold("PUT", PipelineHost.OriginalOf(student, photo));
        var etag = await host.UploadAsync(PathOf(student), photo);
        await hold.Reached.WaitAsync(TestContext.Current.CancellationToken);

        host.Process.KillHandler();
        hold.Release();

        Assert.Equal("accepted", (await DecidedAsync(student, etag)).Outcome);
        await host.InboxEmptyAsync(student);
        Assert.Single(await OutcomesOfAsync(student));
        Assert.Equal(["PhotoAccepted"], EventsOf(await host.StudentAsync(student)));
    }

    [Fact]
    public async Task Keeps_the_first_version_when_it_is_overwritten_while_in_process()
    {
        var (student, first, second) = (host.TakeStudent(), host.TakePortrait(), host.TakePortrait());
        var holdFirst = host.Gate.Hold("PUT", PipelineHost.OriginalOf(student, first));
        var holdSecond = host.Gate.Hold("PUT", PipelineHost.OriginalOf(student, second));
        var firstETag = await host.UploadAsync(PathOf(student), first);
        await holdFirst.Reached.WaitAsync(TestContext.Current.CancellationToken);
        var secondETag = await host.UploadAsync(PathOf(student), second);
        await holdSecond.Reached.WaitAsync(TestContext.Current.CancellationToken);

        holdFirst.Release();
        Assert.Equal("accepted", (await host.OutcomeAsync(student.TeachingPoint, firstETag)).Outcome);
        holdSecond.Release();
        Assert.Equal("photo-locked", (await host.OutcomeAsync(student.TeachingPoint, secondETag)).Outcome);

        await host.InboxEmptyAsync(student);
        Assert.Equal(2, (await OutcomesOfAsync(student)).Count);
        Assert.Equal(Sha256(first), ShaOf(await host.StudentAsync(student)));
    }

    [Fact]
    public async Task Gives_the_earlier_of_two_versions_the_same_place_when_it_is_decided_last()
    {
        var (student, first, second) = (host.TakeStudent(), host.TakePortrait(), host.TakePortrait());
        var hold = host.Gate.Hold("PUT", PipelineHost.OriginalOf(student, first));
        var firstETag = await host.UploadAsync($"{student.TeachingPoint}/a/{student.NationalId}.jpg", first);
        await hold.Reached.WaitAsync(TestContext.Current.CancellationToken);
        await NextSecondAsync();
        var secondETag = await host.UploadAsync($"{student.TeachingPoint}/b/{student.NationalId}.jpg", second);
        Assert.Equal("accepted", (await host.OutcomeAsync(student.TeachingPoint, secondETag)).Outcome);

        hold.Release();

        Assert.Equal("accepted", (await host.OutcomeAsync(student.TeachingPoint, firstETag)).Outcome);
        await host.InboxEmptyAsync(student);
        Assert.Equal(2, (await OutcomesOfAsync(student)).Count);
        Assert.Equal(Sha256(first), ShaOf(await host.StudentAsync(student)));
    }

    [Fact]
    public async Task Leaves_everything_as_it_is_when_the_same_bytes_come_again()
    {
        var (student, photo) = (host.TakeStudent(), host.TakePortrait());
        var first = await host.UploadAsync(PathOf(student), photo);
        Assert.Equal("accepted", (await host.OutcomeAsync(student.TeachingPoint, first)).Outcome);
        await host.InboxEmptyAsync(student);

        var again = await host.UploadAsync(PathOf(student), photo);

        Assert.Equal("unchanged", (await host.OutcomeAsync(student.TeachingPoint, again)).Outcome);
        await host.InboxEmptyAsync(student);
        Assert.Equal(["PhotoAccepted"], EventsOf(await host.StudentAsync(student)));
    }

    [Fact]
    public async Task Quarantines_an_upload_whose_processing_fails_five_times()
    {
        var (student, photo) = (host.TakeStudent(), host.TakePortrait());
        var stop = TestContext.Current.CancellationToken;

        // Somebody's lease on the original's blob: the app's write is refused with 412, as often as it tries.
        await host.Container("originals").CreateIfNotExistsAsync(cancellationToken: stop);
        var blob = host.Container("originals").GetBlobClient(PipelineHost.OriginalOf(student, photo));
        await blob.UploadAsync(BinaryData.FromString("taken"), stop);
        await blob.GetBlobLeaseClient().AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: stop);

        var etag = await host.UploadAsync(PathOf(student), photo);

        var outcome = await host.OutcomeAsync(student.TeachingPoint, etag);
        Assert.Equal("quarantined", outcome.Outcome);
        Assert.Equal("processing-failed", Assert.Single(outcome.Findings).Code);
        await host.InboxEmptyAsync(student);
        Assert.Equal("awaiting", (await host.StudentAsync(student)).GetProperty("collection").GetString());
    }

    [Fact]
    public async Task Finds_the_student_below_nested_folders_with_Chinese_names()
    {
        var student = host.TakeStudent();
        var etag = await host.UploadAsync($"{student.TeachingPoint}/一班/毕业照 100%/{student.NationalId}.jpg", host.TakePortrait());
        Assert.Equal("accepted", (await host.OutcomeAsync(student.TeachingPoint, etag)).Outcome);
        await host.InboxEmptyAsync(student);
    }

    [Fact]
    public async Task Quarantines_a_name_that_is_no_ID_number_and_masks_it()
    {
        var etag = await host.UploadAsync("TP001/二班/欧阳示例.jpg", host.TakePortrait());
        var outcome = await host.OutcomeAsync("TP001", etag);
        Assert.Equal("quarantined", outcome.Outcome);
        Assert.Equal("file-name-not-id", Assert.Single(outcome.Findings).Code);
        Assert.Equal("欧***.jpg", outcome.FileName);
    }

    [Fact]
    public async Task Rejects_an_empty_file_and_accepts_the_content_that_follows()
    {
        var student = host.TakeStudent();
        var empty = await host.UploadAsync(PathOf(student), []);
        var refused = await host.OutcomeAsync(student.TeachingPoint, empty);
        Assert.Equal("rejected", refused.Outcome);
        Assert.Equal("file-empty", Assert.Single(refused.Findings).Code);

        var full = await host.UploadAsync(PathOf(student), host.TakePortrait());
        Assert.Equal("accepted", (await host.OutcomeAsync(student.TeachingPoint, full)).Outcome);
        await host.InboxEmptyAsync(student);
    }

    [Fact]
    public async Task Prints_nothing_personal()
    {
        var (accepted, rejected) = (host.TakeStudent(), host.TakeStudent());
        const string Stranger = "11010519491231002X";
        await host.OutcomeAsync(accepted.TeachingPoint, await host.UploadAsync(PathOf(accepted), host.TakePortrait()));
        await host.OutcomeAsync(rejected.TeachingPoint, await host.UploadAsync(PathOf(rejected), SampleFiles.File("truncated")));
        await host.OutcomeAsync("TP001", await host.UploadAsync($"TP001/{Stranger}.jpg", host.TakePortrait()));

        var output = host.Process.Output;
        Assert.Contains(accepted.Number, output, StringComparison.Ordinal);
        var personal = host.Roster
            .SelectMany(student => (string[])[student.NationalId, student.Name, $"{student.Number}@example.edu"])
            .Append(Stranger)
            .SelectMany(text => (string[])[text, Uri.EscapeDataString(text), Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=')]);
        Assert.All(personal, text => Assert.DoesNotContain(text, output, StringComparison.OrdinalIgnoreCase));
    }

    private static string PathOf(SampleStudent student) => $"{student.TeachingPoint}/{student.NationalId}.jpg";

    private static string Sha256(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));

    private static string? ShaOf(JsonElement student) => student.GetProperty("photo").GetProperty("sha256").GetString();

    private static IEnumerable<string?> EventsOf(JsonElement student) =>
        student.GetProperty("history").EnumerateArray().Select(entry => entry.GetProperty("event").GetString()).Where(name => name!.StartsWith("Photo", StringComparison.Ordinal));

    // The API does not answer while the handler restarts.
    private async Task<UploadView> DecidedAsync(SampleStudent student, string etag) => await Eventually.GetAsync(
        "the outcome after a restart",
        async () =>
        {
            try
            {
                return (await host.OutcomesAsync(student.TeachingPoint)).SingleOrDefault(upload => upload.Etag == etag);
            }
            catch (DemoException)
            {
                return null;
            }
        },
        TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<UploadView>> OutcomesOfAsync(SampleStudent student) =>
        [.. (await host.OutcomesAsync(student.TeachingPoint)).Where(upload => upload.StudentNumber == student.Number)];

    // The storage counts versions by the second.
    private async Task NextSecondAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        var probes = host.Container("probes");
        await probes.CreateIfNotExistsAsync(cancellationToken: stop);
        var blob = probes.GetBlobClient("clock");
        var now = (await blob.UploadAsync(BinaryData.FromString(""), overwrite: true, stop)).Value.LastModified;
        await Eventually.BeAsync(
            "the storage's next second",
            async () => (await blob.UploadAsync(BinaryData.FromString(""), overwrite: true, stop)).Value.LastModified > now,
            stop);
    }
}
