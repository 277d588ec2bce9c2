using System.Net;
using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Handlers;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

public sealed class HandlerLifeTests(SharedStorage storage)
{
    private const string ExitOnRequest =
        """
        if (request.url.startsWith('/api/exit/')) process.exit(Number(request.url.slice(10)));
        if (request.url === '/api/hang') return;
        if (request.url === '/api/say') { console.log('from stdout'); console.error('a Warning line'); console.error('from stderr'); }
        const { FUNCTIONS_CUSTOMHANDLER_PORT, FROM_FILE, FROM_OPTIONS, AzureWebJobsStorage } = process.env;
        response.end([process.pid, FUNCTIONS_CUSTOMHANDLER_PORT, FROM_FILE, FROM_OPTIONS, AzureWebJobsStorage.length].join(' '));
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restarts_a_crashed_handler_on_the_same_port_and_stops_at_the_third_crash()
    {
        using var app = new NodeApp(ExitOnRequest).With("Api", NodeApp.HttpFunction);
        using var log = new StringWriter();
        await using var session = await StartAsync(app, log);
        using var client = new HttpClient { BaseAddress = session.Address };
        var before = (await client.GetStringAsync("/api/who", Cancel)).Split(' ');

        Assert.Equal(HttpStatusCode.InternalServerError, await StatusAsync(client, "/api/exit/3"));
        await Eventually.TrueAsync(async () => await StatusAsync(client, "/api/who") is HttpStatusCode.OK, "the restart", Cancel);
        var after = (await client.GetStringAsync("/api/who", Cancel)).Split(' ');
        await StatusAsync(client, "/api/exit/3");
        await Eventually.TrueAsync(async () => await StatusAsync(client, "/api/who") is HttpStatusCode.OK, "the second restart", Cancel);
        Assert.False(session.Completion.IsCompleted);
        await StatusAsync(client, "/api/exit/3");

        Assert.Equal(1, await session.Completion.WaitAsync(TimeSpan.FromMinutes(3), Cancel));
        Assert.NotEqual(before[0], after[0]);
        Assert.Equal(before[1], after[1]);
        Assert.Contains("3 times within 30 minutes: the host stops.", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Forgets_crashes_after_half_an_hour()
    {
        var time = new FakeTimeProvider();
        var crashes = new CrashHistory(time);

        Assert.False(crashes.Add());
        Assert.False(crashes.Add());
        time.Advance(TimeSpan.FromMinutes(31));
        Assert.False(crashes.Add());
        Assert.False(crashes.Add());
        Assert.True(crashes.Add());
    }

    [Fact]
    public async Task Does_not_restart_a_handler_that_ended_with_exit_code_0()
    {
        using var app = new NodeApp(ExitOnRequest).With("Api", NodeApp.HttpFunction);
        using var log = new StringWriter();
        await using var session = await StartAsync(app, log);
        using var client = new HttpClient { BaseAddress = session.Address };

        await StatusAsync(client, "/api/exit/0");
        await Eventually.TrueAsync(
            () => log.ToString().Contains("ended with exit code 0", StringComparison.Ordinal), "the log line", Cancel);

        Assert.Equal(HttpStatusCode.InternalServerError, await StatusAsync(client, "/api/who"));
        Assert.False(session.Completion.IsCompleted);
    }

    [Fact]
    public async Task Kills_and_restarts_a_handler_that_takes_longer_than_the_function_timeout()
    {
        using var app = new NodeApp(ExitOnRequest, more: ""","functionTimeout":"00:00:01" """).With("Api", NodeApp.HttpFunction);
        await using var session = await StartAsync(app, TextWriter.Null);
        using var client = new HttpClient { BaseAddress = session.Address };
        var before = await client.GetStringAsync("/api/who", Cancel);

        Assert.Equal(HttpStatusCode.InternalServerError, await StatusAsync(client, "/api/hang"));
        await Eventually.TrueAsync(async () => await StatusAsync(client, "/api/who") is HttpStatusCode.OK, "the restart", Cancel);

        Assert.NotEqual(before, await client.GetStringAsync("/api/who", Cancel));
    }

    [Fact]
    public async Task Takes_every_other_call_in_flight_along_when_it_kills_the_handler()
    {
        using var app = new NodeApp(ExitOnRequest, more: ""","functionTimeout":"00:00:02" """).With("Api", NodeApp.HttpFunction);
        using var log = new StringWriter();
        await using var session = await StartAsync(app, log);
        using var client = new HttpClient { BaseAddress = session.Address };

        var first = StatusAsync(client, "/api/hang");
        await Eventually.TrueAsync(() => app.CountCalls("/api/hang") == 1, "the first call", Cancel);
        var second = StatusAsync(client, "/api/hang");

        Assert.Equal([HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError], await Task.WhenAll(first, second));
        Assert.Contains("longer than the functionTimeout", log.ToString(), StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => await StatusAsync(client, "/api/who") is HttpStatusCode.OK, "the restart", Cancel);
    }

    [Fact]
    public async Task Never_sends_the_handler_a_sigterm()
    {
        using var app = new NodeApp(
            """
            const fs = require('fs');
            for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, () => fs.writeFileSync('signalled', signal));
            response.end();
            """).With("Api", NodeApp.HttpFunction);
        await using (var session = await StartAsync(app, TextWriter.Null))
        {
            using var client = new HttpClient { BaseAddress = session.Address };
            await StatusAsync(client, "/api/x");
        }

        Assert.False(File.Exists(Path.Combine(app.Root, "signalled")));
    }

    [Fact]
    public async Task Logs_by_the_levels_of_host_json()
    {
        using var app = new NodeApp(
            ExitOnRequest, more: ""","logging":{"logLevel":{"default":"Information","Host.Function.Console":"Error"}}""");
        app.With("Api", NodeApp.HttpFunction);
        using var log = new StringWriter();
        await using var session = await StartAsync(app, log);
        using var client = new HttpClient { BaseAddress = session.Address };

        await StatusAsync(client, "/api/say");
        await Eventually.TrueAsync(() => log.ToString().Contains("from stderr", StringComparison.Ordinal), "the lines", Cancel);

        Assert.Contains("The handler is ready", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("from stdout", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("a Warning line", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_the_handler_its_settings_and_logs_its_lines_by_stream()
    {
        using var app = new NodeApp(ExitOnRequest).With("Api", NodeApp.HttpFunction);
        app.Write("local.settings.json", """{"Values":{"FROM_FILE":"file","FROM_OPTIONS":"file"}}""");
        app.Write("local.settings.sample.json", """{"Values":{"FROM_FILE":"sample"}}""");
        using var log = new StringWriter();
        var connection = await storage.ConnectAsync(Cancel);
        var options = app.Options(connection, log) with { AppSettings = new Dictionary<string, string> { ["FROM_OPTIONS"] = "options" } };
        await using var session = await HostSession.StartAsync(options, TimeProvider.System, Cancel);
        using var client = new HttpClient { BaseAddress = session.Address };

        Assert.EndsWith(
            $"file options {connection.Length}", await client.GetStringAsync("/api/say?token=secret", Cancel), StringComparison.Ordinal);
        await client.GetStringAsync("/api/say", Cancel);
        await Eventually.TrueAsync(() => log.ToString().Contains("from stderr", StringComparison.Ordinal), "the lines", Cancel);

        Assert.Contains("info  Host.Function.Console: from stdout", log.ToString(), StringComparison.Ordinal);
        Assert.Contains("warn  Host.Function.Console: a Warning line", log.ToString(), StringComparison.Ordinal);
        Assert.Contains("error Host.Function.Console: from stderr", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_when_the_handler_never_answers()
    {
        using var app = new NodeApp();
        app.Write("handler.cjs", "process.exit(9);");

        var refusal = await Assert.ThrowsAsync<HostStartException>(() => StartAsync(app, TextWriter.Null));

        Assert.Contains("crashed 3 times", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<HostSession> StartAsync(NodeApp app, TextWriter log) =>
        await HostSession.StartAsync(app.Options(await storage.ConnectAsync(Cancel), log), TimeProvider.System, Cancel);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return answer.StatusCode;
    }
}
