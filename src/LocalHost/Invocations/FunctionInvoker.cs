using PhotoFunctions.LocalHost.Handlers;
using PhotoFunctions.LocalHost.Http;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Invocations;

/// <summary>Calls a function that is not woken by HTTP.</summary>
internal sealed partial class FunctionInvoker(
    HandlerSupervisor handler, HttpMessageInvoker client, HostManifest host, TimeProvider time, ILoggerFactory loggers)
{
    // A handler that is about to be found dead refuses connections: asked again in a moment, not in a tight circle.
    private static readonly TimeSpan RefusedPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits out a restart: attempts are for photos, not for our own downtime.</summary>
    /// <returns>False when the handler ended for good and calls can only fail.</returns>
    public async Task<bool> WaitUntilReadyAsync(CancellationToken cancellationToken) =>
        await handler.WaitUntilReadyAsync(cancellationToken) is not null;

    /// <param name="function">The function.</param>
    /// <param name="payload">The body; used once.</param>
    /// <param name="about">What the log may say about this delivery: attempt and version, never a name.</param>
    /// <param name="cancellationToken">The host stops: the call is given up and counts as nothing.</param>
    public async Task<InvocationOutcome> InvokeAsync(
        FunctionManifest function, HttpContent payload, string about, CancellationToken cancellationToken)
    {
        var logger = loggers.CreateLogger(function.LogCategory);
        var id = Guid.NewGuid();
        if (handler.Current is not { } process)
        {
            if (await WaitUntilReadyAsync(cancellationToken))
            {
                return InvocationOutcome.NotDelivered;
            }

            Log.Failed(logger, function.Name, id, about, "the handler has ended");
            return InvocationOutcome.Failed;
        }

        using var timeout = new CancellationTokenSource(host.FunctionTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        Log.Executing(logger, function.Name, id, about);
        var started = time.GetTimestamp();
        try
        {
            using var request = CreateRequest(function, payload, id);
            using var answer = await client.SendAsync(request, either.Token);
            var (fault, lines) = await HandlerAnswer.ReadAsync(answer, either.Token);
            foreach (var line in lines)
            {
                Log.FunctionLine(logger, line);
            }

            if (fault is not null)
            {
                Log.Failed(logger, function.Name, id, about, fault);
                return InvocationOutcome.Failed;
            }

            var elapsed = time.GetElapsedTime(started);
            Log.Succeeded(logger, function.Name, id, about, elapsed);
            return InvocationOutcome.Succeeded;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.TimedOut(logger, function.Name, id, about, host.FunctionTimeout);
            process.Kill();
            return InvocationOutcome.Failed;
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError)
        {
            await Task.Delay(RefusedPause, time, cancellationToken);
            return InvocationOutcome.NotDelivered;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            Log.BrokenOff(logger, exception, function.Name, id, about);
            return InvocationOutcome.Failed;
        }
    }

    private HttpRequestMessage CreateRequest(FunctionManifest function, HttpContent payload, Guid id)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(handler.Address, function.Name)) { Content = payload };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.TryAddWithoutValidation(HostHeaders.Version, HostHeaders.VersionValue);
        request.Headers.TryAddWithoutValidation(HostHeaders.InvocationId, id.ToString());
        request.Headers.TryAddWithoutValidation("User-Agent", HostHeaders.UserAgent);
        return request;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Executing {Function} ({InvocationId}, {About})")]
        public static partial void Executing(ILogger logger, string function, Guid invocationId, string about);

        [LoggerMessage(Level = LogLevel.Information, Message = "Executed {Function} ({InvocationId}, {About}): succeeded in {Elapsed}")]
        public static partial void Succeeded(ILogger logger, string function, Guid invocationId, string about, TimeSpan elapsed);

        [LoggerMessage(Level = LogLevel.Error, Message = "Executed {Function} ({InvocationId}, {About}): failed: {Fault}")]
        public static partial void Failed(ILogger logger, string function, Guid invocationId, string about, string fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "Executed {Function} ({InvocationId}, {About}): failed: the handler broke off")]
        public static partial void BrokenOff(ILogger logger, Exception exception, string function, Guid invocationId, string about);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "Executed {Function} ({InvocationId}, {About}): failed: longer than the functionTimeout {Timeout}; "
                + "the handler is killed")]
        public static partial void TimedOut(ILogger logger, string function, Guid invocationId, string about, TimeSpan timeout);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Line}")]
        public static partial void FunctionLine(ILogger logger, string line);
    }
}
