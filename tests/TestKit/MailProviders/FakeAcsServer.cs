using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PhotoFunctions.TestKit.MailProviders;

/// <summary>
/// Azure Communication Services Email as its documents describe it: signed requests, repeatable for five minutes, operations that can be
/// asked for, quotas. It can lose answers, and counts the mails that it took. That an Operation-Id keeps a mail from being taken twice is
/// documented nowhere, so here it does not.
/// </summary>
public sealed class FakeAcsServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AcsRequestCheck _check;
    private readonly AcsRepeatability _repeatability;
    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, int> _asks = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<JsonElement> _mails = new();
    private int _posts;

    private FakeAcsServer(WebApplication app, TimeProvider time)
    {
        _app = app;
        _check = new AcsRequestCheck(Key, time);
        _repeatability = new AcsRepeatability(time);
        app.MapPost("/emails:send", SendAsync);
        app.MapGet("/emails/operations/{operationId}", AskAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The access key as the settings have it.</summary>
    public string AccessKey => Convert.ToBase64String(Key);

    /// <summary>How often each operation's mail was taken: 1, or something is wrong.</summary>
    public IReadOnlyDictionary<string, int> MailsTaken => _taken;

    /// <summary>The mails taken, in their order.</summary>
    public IReadOnlyCollection<JsonElement> Mails => _mails;

    /// <summary>How many hand-overs came, repeated ones too.</summary>
    public int Posts => _posts;

    /// <summary>What goes wrong with a hand-over; asked once for each, with its number from 1.</summary>
    public Func<int, AcsFault> Fault { get; set; } = _ => AcsFault.None;

    /// <summary>How an operation ends: <c>Succeeded</c>, <c>Failed</c> or <c>Canceled</c>.</summary>
    public Func<string, string> End { get; set; } = _ => "Succeeded";

    /// <summary>How often it is asked for an operation before it has ended.</summary>
    public int AsksUntilEnd { get; set; }

    /// <summary>What it asks to wait, in seconds, while an operation is at work or the quota is full.</summary>
    public int RetryAfterSeconds { get; set; }

    private byte[] Key { get; } = RandomNumberGenerator.GetBytes(64);

    /// <param name="time">Its clock; null for the real one.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<FakeAcsServer> StartAsync(TimeProvider? time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new FakeAcsServer(builder.Build(), time ?? TimeProvider.System);
        await server._app.StartAsync(cancellationToken);
        server.Endpoint = new Uri(server._app.Urls.Single());
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task SendAsync(HttpContext context)
    {
        var fault = Fault(Interlocked.Increment(ref _posts));
        if (fault is AcsFault.LostBefore or AcsFault.ServerError or AcsFault.Busy or AcsFault.QuotaFull)
        {
            Break(context, fault);
            return;
        }

        var body = await AcsRequestCheck.ReadAsync(context.Request);
        if (_check.Fault(context.Request, body) is { } refusal)
        {
            context.Response.StatusCode = refusal;
            return;
        }

        var operation = context.Request.Headers["Operation-Id"].ToString();
        var verdict = _repeatability.Begin(context.Request.Headers, body, out var repeated);
        if (verdict is not null)
        {
            context.Response.StatusCode = verdict.Value;
            return;
        }

        if (!repeated)
        {
            using var mail = JsonDocument.Parse(body);
            _mails.Enqueue(mail.RootElement.Clone());
            _taken.AddOrUpdate(operation, 1, (_, count) => count + 1);
        }

        if (fault == AcsFault.LostWhileRunning)
        {
            context.Abort();
            return;
        }

        _repeatability.End(context.Request.Headers);
        if (fault == AcsFault.LostAfter)
        {
            context.Abort();
            return;
        }

        context.Response.Headers.Append("Operation-Location", $"{Endpoint}emails/operations/{operation}?api-version=2023-03-31");
        await AnswerAsync(context, StatusCodes.Status202Accepted, operation, "Running");
    }

    private async Task AskAsync(HttpContext context, string operationId)
    {
        if (_check.Fault(context.Request, []) is { } refusal)
        {
            context.Response.StatusCode = refusal;
        }
        else if (!_taken.ContainsKey(operationId))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            var isAtWork = _asks.AddOrUpdate(operationId, 1, (_, asks) => asks + 1) <= AsksUntilEnd;
            await AnswerAsync(context, StatusCodes.Status200OK, operationId, isAtWork ? "Running" : End(operationId));
        }
    }

    private void Break(HttpContext context, AcsFault fault)
    {
        if (fault == AcsFault.LostBefore)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = fault switch
        {
            AcsFault.QuotaFull => StatusCodes.Status429TooManyRequests,
            AcsFault.Busy => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
    }

    private Task AnswerAsync(HttpContext context, int statusCode, string operationId, string status)
    {
        context.Response.StatusCode = statusCode;
        if (status == "Running")
        {
            context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
        }

        return context.Response.WriteAsJsonAsync(new { id = operationId, status });
    }
}
