using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using PhotoFunctions.LocalHost.Processes;

namespace PhotoFunctions.EndToEnd.Tests.Pipeline;

/// <summary>
/// Stands before the emulator's blobs and lets everything through as it is, but for what a test holds back: so the order of events is
/// the test's, and no test waits for luck.
/// </summary>
internal sealed class StorageGate : IAsyncDisposable
{
    private readonly ConcurrentBag<GateHold> _holds = [];
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly Uri _target;
    private readonly WebApplication _app;

    private StorageGate(Uri target, int port)
    {
        _target = target;
        Port = port;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(port);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    public int Port { get; }

    public static async Task<StorageGate> StartAsync(Uri target, CancellationToken cancellationToken)
    {
        var gate = new StorageGate(target, LoopbackPorts.FindFree());
        await gate._app.StartAsync(cancellationToken);
        return gate;
    }

    /// <summary>Holds back requests of a method whose unescaped path ends like this.</summary>
    public GateHold Hold(string method, string path)
    {
        var hold = new GateHold(method, path);
        _holds.Add(hold);
        return hold;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hold in _holds)
        {
            hold.Release();
        }

        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var aborted = context.RequestAborted;
        try
        {
            foreach (var hold in _holds)
            {
                await hold.PassAsync(context.Request.Method, context.Request.Path.Value!, aborted);
            }

            using var request = CreateRequest(context);
            using var answer = await _client.SendAsync(request, aborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
            {
                if (name is not ("Transfer-Encoding" or "Connection" or "Keep-Alive"))
                {
                    context.Response.Headers[name] = values.ToArray();
                }
            }

            await context.Response.StartAsync(aborted);
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await answer.Content.CopyToAsync(context.Response.Body, aborted);
            }
        }
        catch (Exception exception) when (aborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // The app was killed while it waited here: the request is never sent on.
        }
    }

    private HttpRequestMessage CreateRequest(HttpContext context)
    {
        var target = new Uri(_target, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), target);
        if (context.Request.ContentLength is not null)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach (var (name, values) in context.Request.Headers)
        {
            if (name is "Host" or "Connection" or "Expect")
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
