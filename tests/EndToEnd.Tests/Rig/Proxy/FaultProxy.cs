using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.EndToEnd.Tests.Rig.Proxy;

/// <summary>Stands before one service of the emulator and gives some requests a bad time, by the plan that it is given.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly ConcurrentBag<Task> _late = [];
    private readonly Uri _target;
    private readonly FaultDice _dice;
    private readonly WebApplication _app;

    private FaultProxy(Uri target, FaultDice dice, int port)
    {
        (_target, _dice, Port) = (target, dice, port);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    public int Port { get; }

    public static async Task<FaultProxy> StartAsync(Uri service, FaultDice dice, CancellationToken cancellationToken)
    {
        var proxy = new FaultProxy(new Uri(service, "/"), dice, LoopbackPorts.FindFree());
        await proxy._app.StartAsync(cancellationToken);
        return proxy;
    }

    /// <summary>Ends when every request that is under way has come to the storage.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await Task.WhenAll(_late);
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        try
        {
            var request = await CreateRequestAsync(context);
            var fault = _dice.Throw();
            if (fault is ProxyFault.ResetBefore)
            {
                context.Abort();
            }
            else if (fault is ProxyFault.Hang or ProxyFault.Late)
            {
                await GivenUpAsync(context);
                _late.Add(fault is ProxyFault.Late ? SendLateAsync(request) : Task.CompletedTask);
            }
            else if (StatusOf(fault) is { } status)
            {
                context.Response.StatusCode = status;
            }
            else
            {
                // Not ended with the client: once it is under way, it is.
                using var answer = await _client.SendAsync(request, CancellationToken.None);
                await AnswerAsync(context, answer, fault);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or HttpRequestException)
        {
            // The client has given up, or the emulator is gone with the test.
            context.Abort();
        }
    }

    private static async Task AnswerAsync(HttpContext context, HttpResponseMessage answer, ProxyFault? fault)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        if (fault is ProxyFault.HangAfter)
        {
            await GivenUpAsync(context);
        }

        if (fault is ProxyFault.ResetAfter or ProxyFault.HangAfter)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (name is not ("Transfer-Encoding" or "Connection" or "Keep-Alive"))
            {
                context.Response.Headers[name] = values.ToArray();
            }
        }

        await context.Response.StartAsync(context.RequestAborted);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body.AsMemory(0, fault is null ? body.Length : body.Length / 2), context.RequestAborted);
        }

        if (fault is not null)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }

    private static int? StatusOf(ProxyFault? fault) => fault switch
    {
        ProxyFault.TooManyRequests => StatusCodes.Status429TooManyRequests,
        ProxyFault.InternalError => StatusCodes.Status500InternalServerError,
        ProxyFault.ServerBusy => StatusCodes.Status503ServiceUnavailable,
        _ => null,
    };

    private static async Task GivenUpAsync(HttpContext context)
    {
        var givenUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(givenUp.SetResult);
        await givenUp.Task;
    }

    private async Task SendLateAsync(HttpRequestMessage request)
    {
        try
        {
            using var answer = await _client.SendAsync(request, CancellationToken.None);
        }
        catch (HttpRequestException)
        {
            // Too late even for the emulator.
        }
    }

    // With the whole body: the client may be gone when it is sent on.
    private async Task<HttpRequestMessage> CreateRequestAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = new Uri(_target, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), target);
        if (context.Request.ContentLength is not null || body.Length > 0)
        {
            request.Content = new ByteArrayContent(body.ToArray());
        }

        foreach (var (name, values) in context.Request.Headers)
        {
            if (name is "Host" or "Connection" or "Expect" or "Transfer-Encoding")
            {
                continue;
            }

            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return request;
    }
}
