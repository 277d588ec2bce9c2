namespace PhotoFunctions.LocalHost.Manifests;

/// <summary>What host.json says, as far as it changes what this host does.</summary>
internal sealed record HostManifest
{
    public required string Executable { get; init; }

    /// <summary>Already expanded and joined: the host does not quote arguments either.</summary>
    public required string Arguments { get; init; }

    public required string WorkingDirectory { get; init; }

    public required string RoutePrefix { get; init; }

    /// <summary>True: requests stream to the handler. False: only plain forwarding, with its limits.</summary>
    public required bool Proxying { get; init; }

    /// <summary><see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public required TimeSpan FunctionTimeout { get; init; }

    public required int MaxDequeueCount { get; init; }

    public required int QueueBatchSize { get; init; }

    public required TimeSpan QueueVisibilityTimeout { get; init; }

    public required bool QueueMessagesAreBase64 { get; init; }

    public required int MaxDegreeOfBlobParallelism { get; init; }

    public required IReadOnlyDictionary<string, LogLevel> LogLevels { get; init; }
}
