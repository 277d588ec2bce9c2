using System.Text;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Functions.Glances;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Reminders;

namespace PhotoFunctions.Functions.Tests.Glances;

/// <summary>A cohort with three students, who looks at it, and a clock that stands still.</summary>
internal sealed class GlanceCase : IDisposable
{
    private static readonly MailLimits Limits = new("glance", 30, 100);
    private readonly HttpClient _admin;

    private GlanceCase(FunctionApp app, HttpClient admin, string cohort) => (App, _admin, Code) = (app, admin, CohortCode.Parse(cohort).Value!);

    public FunctionApp App { get; }

    public CohortCode Code { get; }

    public SetClock Clock { get; } = new(new DateTimeOffset(2027, 6, 23, 2, 0, 0, TimeSpan.Zero));

    public StorageAccount Storage => App.Services.GetRequiredService<StorageAccount>();

    public GlanceBlobs Blobs => new(Storage);

    public BlobContainerClient Container => App.Container("glances");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A cohort for which no roster has come yet.</summary>
    public static async Task<GlanceCase> OpenEmptyAsync(EmulatorFixture emulator, string cohort)
    {
        var app = new FunctionApp(emulator);
        return new GlanceCase(app, await app.EnrolAsync(cohort), cohort);
    }

    public static async Task<GlanceCase> OpenAsync(EmulatorFixture emulator, string cohort)
    {
        var app = new FunctionApp(emulator);
        var admin = await app.EnrolAsync(
            cohort,
            ($"{cohort}A", "一", TestIds.Number(801), "TP1"),
            ($"{cohort}B", "二", TestIds.Number(802), "TP1"),
            ($"{cohort}C", "三", TestIds.Number(803), "TP2"));
        return new GlanceCase(app, admin, cohort);
    }

    public async Task<Cohort> CohortAsync() => (await App.Services.GetRequiredService<ICohortStore>().FindAsync(Code, Token))!;

    /// <summary>Whoever looks in another instance of the app, with a memory of its own.</summary>
    public CohortGlances Instance() => new(
        Blobs,
        new GlanceReading(
            App.Services.GetRequiredService<ICohortStore>(),
            new StudentSummaries(Storage, App.Services.GetRequiredService<ICalendarStore>(), Clock),
            new ReminderCounts(Storage, Clock),
            new TableMailQuota(Storage, Limits, Clock),
            Clock),
        App.Services.GetRequiredService<IHostApplicationLifetime>(),
        Clock,
        NullLogger<CohortGlances>.Instance);

    /// <summary>Looks, and when a newer one is being made, goes on looking until it is there.</summary>
    public async Task<GlanceLook> SettleAsync(CohortGlances glances)
    {
        while (true)
        {
            var look = await glances.LookAsync(await CohortAsync(), Token);
            if (!look.IsBeingRenewed)
            {
                return look;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        }
    }

    /// <summary>Tells what became of a student's verification, as an administrator's file does.</summary>
    public async Task VerifyAsync(params (string Student, string Result)[] results)
    {
        var csv = "学号,核验结果\n" + string.Join('\n', results.Select(one => $"{Code}{one.Student},{one.Result}"));
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var answer = await _admin.PostAsync(
            new Uri($"/api/cohorts/{Code}/results/verification?asOf=2023-06-10", UriKind.Relative), content, Token);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<List<string>> StoredAsync() =>
        await Container.GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, $"{Code}/", Token)
            .Select(blob => blob.Name)
            .ToListAsync(Token);

    public void Dispose()
    {
        _admin.Dispose();
        App.Dispose();
    }
}
