using PhotoFunctions.Domain.Photos;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Photos;

/// <summary>
/// Lets every single call of an upload's walk fail in turn, before and after its effect; the host delivers again, and the end must be
/// the one without the crash.
/// </summary>
public sealed class CrashTests
{
    private static readonly Dictionary<string, Func<IntakeWorld, UploadVersion>> Uploads = new()
    {
        ["good"] = world => world.Upload("good"),
        ["bad"] = world => world.Upload("bad"),
        ["empty"] = world => world.Upload(""),
        ["oversize"] = world => world.Upload(new string('x', 2_000)),
        ["poisonous"] = world => world.Upload("poisonous"),
        ["closed window"] = world => world.Upload("good", second: 100 * 86_400),
        ["earlier than the accepted one"] = world => world.Upload("good", second: -60),
        ["unknown place"] = world => world.Upload("good", "nowhere.jpg"),
        ["unknown student"] = world => world.Upload("good", "2024/TP013/" + IntakeWorld.Id + ".jpg"),
        ["oversize of nobody"] = world => world.Upload(new string('x', 2_000), "2024/TP012/张三.jpg"),
    };

    // What was delivered before, so that the crash meets a student in each standing.
    private static readonly Dictionary<string, string?> Before = new()
    {
        ["nothing"] = null,
        ["a good photo"] = "good",
        ["another good photo"] = "accepted",
        ["a bad photo"] = "bad",
        ["another bad photo"] = "worse",
    };

    public static MatrixTheoryData<string, string, bool> Scenarios => new(Uploads.Keys, Before.Keys, [false, true]);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Ends_as_without_the_crash(string upload, string before, bool afterEffect)
    {
        var (undisturbed, calls) = await WalkAsync(upload, before, failingCall: 0, afterEffect);
        Assert.InRange(calls, 4, 60);
        Assert.Empty(undisturbed.Photos.Inbox);

        for (var call = 1; call <= calls; call++)
        {
            var (world, _) = await WalkAsync(upload, before, call, afterEffect);

            Assert.Equivalent(Picture(undisturbed), Picture(world), strict: true);
        }
    }

    private static async Task<(IntakeWorld World, int Calls)> WalkAsync(string upload, string before, int failingCall, bool afterEffect)
    {
        var world = await IntakeWorld.CreateAsync();
        world.Codec.Inspects(IntakeWorld.Bytes("bad"), PhotoFailures.Truncated);
        world.Codec.Inspects(IntakeWorld.Bytes("worse"), PhotoFailures.NotAnImage);
        world.Codec.Throws(IntakeWorld.Bytes("poisonous"), new SimulatedOutageException());
        if (Before[before] is { } content)
        {
            await world.DeliverAsync(world.Upload(content, "2024/TP012/before/" + IntakeWorld.Id + ".jpg"));
        }

        var version = Uploads[upload](world);
        world.Faults.FailAt(failingCall, afterEffect);
        await world.DeliverAsync(version);

        // Exactly one record of this version, whatever happened.
        Assert.Equal(
            1,
            world.Students.Ledger.Count(entry => entry.ETag == version.ETag)
                + world.Students.Unmatched.Count(record => record.Version == version));
        return (world, world.Faults.Calls);
    }

    private static object Picture(IntakeWorld world) => new
    {
        world.Student.Collection,
        world.Student.CollectionSince,
        world.Student.Photo?.Source,
        world.Student.Photo?.Sha256,
        Faults = string.Join(' ', world.Student.Photo?.FaultCodes ?? []),
        Outputs = string.Join(' ', world.Student.Photo?.Outputs ?? []),
        Ledger = world.Students.Ledger.Select(entry => $"{entry.ETag} {entry.Outcome} {string.Join(' ', entry.Findings)}").ToArray(),
        History = world.Students.HistoryOf(IntakeWorld.Key).Select(line => line.ToString()).ToArray(),
        Unmatched = world.Students.Unmatched.Select(record => $"{record.Version} {record.Place} {record.Reason}").ToArray(),
        Originals = world.Photos.Originals.Select(original => original.Sha256).Order().ToArray(),
        Stored = world.Photos.Outputs.Select(output => output.Output.Sha256).Order().ToArray(),
        Quarantined = world.Photos.Quarantined.Keys.Select(version => version.ETag).Order().ToArray(),
        Inbox = world.Photos.Inbox.ToArray(),
    };
}
