namespace PhotoFunctions.EndToEnd.Tests.Pipeline;

/// <summary>Storage requests that wait at the gate: a photo stopped in the midst of its way, for as long as a test needs.</summary>
internal sealed class GateHold(string method, string path)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first request waits.</summary>
    public Task Reached => _reached.Task;

    public void Release() => _released.TrySetResult();

    public async Task PassAsync(string requestMethod, string requestPath, CancellationToken cancellationToken)
    {
        if (requestMethod != method || !requestPath.EndsWith(path, StringComparison.Ordinal))
        {
            return;
        }

        _reached.TrySetResult();
        await _released.Task.WaitAsync(cancellationToken);
    }
}
