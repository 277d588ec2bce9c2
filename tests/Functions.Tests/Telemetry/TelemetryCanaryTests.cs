using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Telemetry;
using PhotoFunctions.Functions.Tests.Api;
using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Functions.Tests.Telemetry;

/// <summary>
/// One student's ID number, name, mail and phone go through photos, files, refusals, outages and mails, and then are looked for in all
/// that left as telemetry.
/// </summary>
public sealed class TelemetryCanaryTests(EmulatorFixture emulator)
{
    private const string Name = "金丝鸟";
    private const string Mail = "yellow.bird@mine.example";
    private const string Phone = "13812345679";
    private static readonly string Id = TestIds.Number(913);
    private static readonly IReadOnlyList<string> Forms = [.. new[] { Id, Name, Mail, Phone }.SelectMany(CanaryForms.Of)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lets_no_person_out_and_would_notice()
    {
        await using var collector = await Collector.StartAsync();
        var morning = new DateTimeOffset(2027, 6, 23, 2, 0, 0, TimeSpan.Zero);
        var offset = TimeSpan.FromSeconds(Math.Round((morning - TimeProvider.System.GetUtcNow()).TotalSeconds));
        using var app = new FunctionApp(emulator) { Settings = collector.Settings };
        app.Settings["ClockOffset"] = $"{offset:c}";
        using var admin = app.CreateAdmin();
        admin.DefaultRequestHeaders.Add("traceparent", "00-11010519491231002a11010519491231-1101051949123100-01");
        admin.DefaultRequestHeaders.Add("tracestate", $"bird={Id}");
        admin.DefaultRequestHeaders.Add("baggage", $"bird={Id}");
        admin.DefaultRequestHeaders.Add("X-Azure-Functions-InvocationId", Id);
        await PutAsync(
            "",
            new { name = "2027届", collectionOpensOn = "2027-04-01", collectionClosesOn = "2027-06-30", reminderDaysBefore = new[] { 14, 7 } });
        await PutAsync("/teaching-points/TP1", new { name = "教学点", mail = Mail });

        // What is right, what is wrong, and what falls out.
        await PostAsync("/roster", $"学号,姓名,身份证号,教学点,邮箱,手机\nS1,{Name},{Id},TP1,{Mail},{Phone}");
        await PostAsync("/roster", $"学号,姓名,身份证号,教学点,邮箱,手机\n{Id},{Name},{Name},{Mail},{Id},{Phone}");
        await PostAsync("/results/verification", $"学号,身份证号,核验结果\nS1,{Id},{Name}");
        await PostAsync($"/students/{Id}/photo/approve", "{}");
        await PostAsync($"/students/S1/acts/{Uri.EscapeDataString(Name)}", "{}");
        (await admin.GetAsync(new Uri($"/api/{Id}?{Mail}", UriKind.Relative), Token)).Dispose();
        (await admin.SendAsync(new HttpRequestMessage(new HttpMethod(Id), "/api/health"), Token)).Dispose();
        await PostAsync("/reminders/run", null);
        app.Faults.UnreachableTable = "Students";
        var blob = app.Container("uploads").GetBlobClient($"TCAN/TP1/{Id}.jpg");
        await blob.UploadAsync(BinaryData.FromBytes(SampleFiles.Portrait()), overwrite: true, Token);
        Assert.False((await app.DeliverAsync($"TCAN/TP1/{Id}.jpg")).IsSuccessStatusCode);
        (await admin.GetAsync(new Uri("/api/cohorts/TCAN/students/S1", UriKind.Relative), Token)).Dispose();
        app.Faults.UnreachableTable = null;
        await app.UploadAsync($"TCAN/TP1/{Name}/{Id}.png", Encoding.UTF8.GetBytes(Name));
        await app.UploadAsync($"TCAN/TP1/{Id}.jpg", SampleFiles.Portrait());
        await app.UploadAsync($"TCAN/{Name}/{Id}.jpg", SampleFiles.Portrait());
        await app.InvokeAsync("PhotoUploaded", HostPayloads.BlobInvocation($"http://x/other/{Id}.jpg"));
        var metrics = await admin.GetStringAsync(new Uri("/api/metrics", UriKind.Relative), Token);
        Collector.Flush(app);

        // It did arrive.
        Assert.Contains("photofunctions_photos_total{", metrics, StringComparison.Ordinal);
        Assert.Contains("outcome=\"sent\"", metrics, StringComparison.Ordinal);
        Assert.True(collector.Count("traces", "/api/cohorts/{cohort}/students/{studentNumber}/photo/approve") > 0);
        Assert.True(collector.Count("traces", FailureCodes.NotAnImage) > 0);
        Assert.True(collector.Count("traces", nameof(SimulatedOutageException)) > 0);
        Assert.True(collector.Count("logs", "Upload received: ") > 0);
        Assert.True(collector.Count("logs", nameof(SimulatedOutageException)) > 0);
        Assert.True(collector.Count("metrics", "photofunctions.photos") > 0);
        Assert.True(collector.Count("metrics", "dotnet.process.memory.working_set") > 0);

        // And nobody in it.
        foreach (var form in Forms)
        {
            Assert.DoesNotContain(form, metrics, StringComparison.OrdinalIgnoreCase);
            foreach (var signal in new[] { "traces", "logs", "metrics" })
            {
                Assert.Equal((signal, form, 0), (signal, form, collector.Count(signal, form)));
            }
        }

        Assert.Equal(0, collector.Count("traces", "bird"));
        Assert.DoesNotContain(collector.Spans, span => span.TraceId.StartsWith("11010519491231002a", StringComparison.Ordinal));

        // The same search finds whoever is let through on purpose, and only where that is allowed.
        using (var source = new ActivitySource(Tracing.SourceName))
        using (var span = source.StartActivity("control"))
        {
            Assert.NotNull(span);
            span.SetTag(Tags.Outcome, Id).SetTag("photofunctions.person", Name).SetStatus(ActivityStatusCode.Error, Mail);
        }

        using (var source = new ActivitySource(Tracing.SourceName))
        using (var span = source.StartActivity("dropped"))
        {
            span?.AddException(new InvalidOperationException(Phone));
        }

        Collector.Flush(app);
        Assert.Equal(1, collector.Count("traces", Id));
        Assert.Equal(0, collector.Count("traces", Name) + collector.Count("traces", Mail) + collector.Count("traces", Phone));

        async Task PutAsync(string path, object body)
        {
            using var answer = await admin.PutAsJsonAsync($"/api/cohorts/TCAN{path}", body, Token);
            answer.EnsureSuccessStatusCode();
        }

        async Task PostAsync(string path, string? body)
        {
            var type = body == "{}" ? "application/json" : "text/csv";
            using var content = body is null ? null : new StringContent(body, Encoding.UTF8, type);
            using var answer = await admin.PostAsync(new Uri($"/api/cohorts/TCAN{path}", UriKind.Relative), content, Token);
        }
    }
}
