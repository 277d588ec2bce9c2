using Azure.Identity;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Links;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Tests.Settings;

namespace PhotoFunctions.Functions.Tests.Links;

public sealed class LinkExpiryTests(EmulatorFixture emulator)
{
    // 23:59 in China.
    private static readonly DateTimeOffset Evening = new(2027, 6, 1, 15, 59, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public async Task A_proofing_link_is_good_for_sixty_days(int days, bool isExpired)
    {
        var clock = new SetClock(Evening);
        using var rig = new Rig(emulator, clock);
        var token = TokenOf(await rig.Links.ProofingAsync(Ask(), Token));
        clock.Now = Evening.AddDays(days);

        var read = await rig.Links.ReadAsync(LinkPurpose.Proofing, token, Token);

        Assert.Equal(isExpired ? FailureCodes.LinkExpired : null, read.Failure?.Code);
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(401, true)]
    public async Task An_opt_out_link_is_good_for_four_hundred_days(int days, bool isExpired)
    {
        var clock = new SetClock(Evening);
        using var rig = new Rig(emulator, clock);
        var token = TokenOf(await rig.Links.OptOutAsync(Ask().Key, Token));
        clock.Now = Evening.AddDays(days);

        var read = await rig.Links.ReadAsync(LinkPurpose.Mail, token, Token);

        Assert.Equal(isExpired ? FailureCodes.LinkExpired : null, read.Failure?.Code);
    }

    [Fact]
    public async Task A_link_serves_its_own_purpose_only()
    {
        using var rig = new Rig(emulator, new SetClock(Evening));
        var (proofing, mail) = (await rig.Links.ProofingAsync(Ask(), Token), await rig.Links.OptOutAsync(Ask().Key, Token));

        Assert.Equal(FailureCodes.LinkInvalid, (await rig.Links.ReadAsync(LinkPurpose.Mail, TokenOf(proofing), Token)).Failure?.Code);
        Assert.Equal(FailureCodes.LinkInvalid, (await rig.Links.ReadAsync(LinkPurpose.Proofing, TokenOf(mail), Token)).Failure?.Code);
    }

    [Fact]
    public async Task On_the_emulator_the_keys_outlive_a_restart()
    {
        using var before = new Rig(emulator, new SetClock(Evening));
        var token = TokenOf(await before.Links.ProofingAsync(Ask(), Token));
        using var after = new Rig(emulator, new SetClock(Evening));

        Assert.Null((await after.Links.ReadAsync(LinkPurpose.Proofing, token, Token)).Failure);
    }

    [Fact]
    public async Task Is_the_same_link_all_day()
    {
        var clock = new SetClock(Evening.AddHours(-20));
        using var rig = new Rig(emulator, clock);
        var morning = await rig.Links.ProofingAsync(Ask(), Token);
        clock.Now = Evening;

        Assert.Equal(morning, await rig.Links.ProofingAsync(Ask(), Token));
        Assert.StartsWith("http://127.0.0.1:7071/api/student/proofing/", morning.AbsoluteUri, StringComparison.Ordinal);
    }

    private static string TokenOf(Uri link) => link.Segments[^1];

    private static Student Ask() => new()
    {
        Key = new StudentKey(CohortCode.Parse("2024").Value!, TeachingPointCode.Parse("TP1").Value!, StudentNumber.Parse("L1").Value!),
        Profile = new StudentProfile
        {
            Name = "张三",
            NationalId = NationalId.Parse(TestIds.First).Value!,
            Level = "",
            Major = "",
            ClassName = "",
            Mail = "",
            Phone = "",
        },
        EnrolledAt = Evening,
        CollectionSince = Evening,
        Proofing = ProofingStatus.Due,
        ProofingSince = Evening,
    };

    private sealed class Rig : IDisposable
    {
        private readonly StorageAccount _storage;
        private readonly LinkKeysSource _keys;

        public Rig(EmulatorFixture emulator, TimeProvider clock)
        {
            var settings = TestSettings.Read(("AzureWebJobsStorage", emulator.ConnectionString)).App;
            _storage = new StorageAccount(settings.Storage, new DefaultAzureCredential(), new(), new());
            _storage.Keys.CreateIfNotExists(cancellationToken: Token);
            _keys = new LinkKeysSource(settings, _storage);
            Links = new StudentLinks(_keys, settings, clock);
        }

        public StudentLinks Links { get; }

        public void Dispose()
        {
            _keys.Dispose();
            _storage.Dispose();
        }
    }
}
