using Microsoft.AspNetCore.Http.Features;
using PhotoFunctions.LocalHost.Handlers;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Http;

/// <summary>Hands an HTTP request to the handler and its answer back, both as they are.</summary>
internal sealed partial class Forwarder(
    HandlerSupervisor handler, HttpMessageInvoker client, HostManifest host, TimeProvider time, ILoggerFactory loggers)
{
    private const long LargeBody = 8 * 1024 * 1024;
    public const long MaxBodyBytes = 104_857_600;

    public async Task ForwardAsync(HttpContext context, FunctionManifest function)
    {
        var logger = loggers.CreateLogger(function.LogCategory);
        var id = Guid.NewGuid();
        if (context.Request.ContentLength > MaxBodyBytes)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (handler.Current is not { } process)
        {
            Log.NoHandler(logger, function.Name, id);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        if (!host.Proxying && context.Request.ContentLength is null && CanHaveBody(context))
        {
            Log.ChunkedRefused(logger, function.Name, id);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        using var timeout = new CancellationTokenSource(host.FunctionTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        try
        {
            using var request = CreateRequest(context, id);
            using var answer = await client.SendAsync(request, either.Token);
            if (!host.Proxying)
            {
                // A host that only forwards has the whole answer before it gives any of it.
                await answer.Content.LoadIntoBufferAsync(either.Token);
            }

            await AnswerAsync(context, answer, either.Token);
            Log.Executed(logger, function.Name, id, (int)answer.StatusCode);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            Log.TimedOut(logger, function.Name, id, host.FunctionTimeout);
            process.Kill();
            Fail(context, StatusCodes.Status500InternalServerError);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away: nobody is left to answer.
        }
        catch (HttpRequestException exception) when (exception.InnerException is BadHttpRequestException refused)
        {
            Fail(context, refused.StatusCode);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            Log.Failed(logger, exception, function.Name, id);
            Fail(context, StatusCodes.Status500InternalServerError);
        }
    }

    private HttpRequestMessage CreateRequest(HttpContext context, Guid id)
    {
        var target = RequestTarget.For(context, handler.Address, mergeRepeatedKeys: !host.Proxying);
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), target);
        if (CanHaveBody(context))
        {
            request.Content = new StreamContent(context.Request.Body);

            // A handler that refuses a large body answers before it has read it; whoever is still sending would miss the answer.
            request.Headers.ExpectContinue = context.Request.ContentLength > LargeBody ? true : null;
        }

        foreach (var (name, values) in context.Request.Headers)
        {
            if (HostHeaders.EndsHere(name))
            {
                continue;
            }

            if (request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                continue;
            }

            request.Content ??= new ByteArrayContent([]);
            request.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        // A client's own id stays in front, so the last one is the host's; the version is the host's alone.
        request.Headers.Remove(HostHeaders.InvocationId);
        request.Headers.TryAddWithoutValidation(
            HostHeaders.InvocationId, string.Join(", ", context.Request.Headers[HostHeaders.InvocationId].Append(id.ToString())));
        request.Headers.Remove(HostHeaders.Version);
        request.Headers.TryAddWithoutValidation(HostHeaders.Version, HostHeaders.VersionValue);
        request.Headers.Remove("User-Agent");
        request.Headers.TryAddWithoutValidation("User-Agent", $"{context.Request.Headers.UserAgent} {HostHeaders.UserAgent}".TrimStart());
        return request;
    }

    private static bool CanHaveBody(HttpContext context) => context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;

    private static async Task AnswerAsync(HttpContext context, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = answer.ReasonPhrase;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (!HostHeaders.EndsHere(name))
            {
                context.Response.Headers[name] = values.ToArray();
            }
        }

        await context.Response.StartAsync(cancellationToken);
        if (HttpMethods.IsHead(context.Request.Method)
            || context.Response.StatusCode is StatusCodes.Status304NotModified or StatusCodes.Status204NoContent)
        {
            return;
        }

        await answer.Content.CopyToAsync(context.Response.Body, cancellationToken);
    }

    private static void Fail(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
        {
            // Half an answer must not look like a whole one.
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = status;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Executed {Function} ({InvocationId}): {Status}")]
        public static partial void Executed(ILogger logger, string function, Guid invocationId, int status);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Function} ({InvocationId}): no handler answers now; 500.")]
        public static partial void NoHandler(ILogger logger, string function, Guid invocationId);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "{Function} ({InvocationId}): a body without Content-Length; 500, "
                + "as long as host.json has no enableProxyingHttpRequest.")]
        public static partial void ChunkedRefused(ILogger logger, string function, Guid invocationId);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "{Function} ({InvocationId}): longer than the functionTimeout {Timeout}; the handler is killed.")]
        public static partial void TimedOut(ILogger logger, string function, Guid invocationId, TimeSpan timeout);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Function} ({InvocationId}): the handler broke off; 500.")]
        public static partial void Failed(ILogger logger, Exception exception, string function, Guid invocationId);
    }
}
