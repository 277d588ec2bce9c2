using System.Diagnostics;
using System.Globalization;
using System.Net;
using PhotoFunctions.EndToEnd.Tests.Pipeline;
using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.EndToEnd.Tests.Package;

/// <summary>The app's own process, started as the host starts it.</summary>
public sealed class StartTests
{
    // Where nobody listens.
    private const string Nobody = "AccountName=devstoreaccount1;AccountKey=eA==;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;"
        + "TableEndpoint=http://127.0.0.1:9/devstoreaccount1;QueueEndpoint=http://127.0.0.1:9/devstoreaccount1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_all_that_is_wrong_with_the_settings_and_ends()
    {
        using var app = Start(
            [], ("AzureWebJobsStorage", "college"), ("IndexKey", "secret-text"), ("MailProvider", "smtp"), ("SmtpPort", "secret-text"));

        var said = await app.StandardError.ReadToEndAsync(Stop);
        await app.WaitForExitAsync(Stop);

        Assert.Equal(2, app.ExitCode);
        Assert.Equal(
            ["AzureWebJobsStorage", "EncryptionKeys", "IndexKey", "LinkKeys", "MailFrom", "SmtpHost", "SmtpPort"],
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("secret-text", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_an_administrator_in_one_line_that_the_storage_does_not_answer()
    {
        using var tool = Start(["backups", "list"], ("AzureWebJobsStorage", Nobody));

        var said = await tool.StandardError.ReadToEndAsync(Stop);
        await tool.WaitForExitAsync(Stop);

        Assert.Equal(1, tool.ExitCode);
        Assert.Equal("The storage account does not answer. What was written stays; --missing-only goes on.", said.Trim());
    }

    [Fact]
    public async Task Lives_on_without_its_storage_and_says_so()
    {
        var port = LoopbackPorts.FindFree();
        using var app = Start(
            [],
            ("AzureWebJobsStorage", Nobody),
            ("FUNCTIONS_CUSTOMHANDLER_PORT", port.ToString(CultureInfo.InvariantCulture)));
        _ = (app.StandardError.ReadToEndAsync(Stop), app.StandardOutput.ReadToEndAsync(Stop));
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        try
        {
            await Eventually.BeAsync("the app answers", () => AnswersAsync(http), Stop);

            var health = await http.GetStringAsync(new Uri("api/health", UriKind.Relative), Stop);
            Assert.Contains("\"unreachable\"", health, StringComparison.Ordinal);
            using var refused = await http.GetAsync(new Uri("api/cohorts", UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.False(app.HasExited);
        }
        finally
        {
            app.Kill();
        }
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:9/", false)]
    public async Task Writes_log_lines_to_the_console_only_where_the_host_does_not_send_them_on(string? insights, bool isTold)
    {
        var port = LoopbackPorts.FindFree();
        (string, string)[] telemetry = insights is null ? [] : [("APPLICATIONINSIGHTS_CONNECTION_STRING", insights)];
        using var app = Start(
            [],
            [("AzureWebJobsStorage", Nobody), ("FUNCTIONS_CUSTOMHANDLER_PORT", port.ToString(CultureInfo.InvariantCulture)), .. telemetry]);
        _ = app.StandardError.ReadToEndAsync(Stop);
        var said = app.StandardOutput.ReadToEndAsync(Stop);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        try
        {
            await Eventually.BeAsync("the app answers", () => AnswersAsync(http), Stop);
            _ = await http.GetStringAsync(new Uri("api/health", UriKind.Relative), Stop);
        }
        finally
        {
            // By a signal, not at once: what is still to be written is.
            UnixSignals.Terminate(app);
            await app.WaitForExitAsync(Stop);
        }

        Assert.Equal(isTold, (await said).Contains("storage is not well", StringComparison.Ordinal));
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/", UriKind.Relative), Stop);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Process Start(string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Path.Combine(BuildLayout.AppRoot, "PhotoFunctions"), arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
