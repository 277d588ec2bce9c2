namespace PhotoFunctions.LocalHost;

/// <summary>All that a run of the host can be told from outside.</summary>
internal sealed record HostOptions
{
    public const int DefaultPort = 7071;

    public string AppRoot { get; init; } = BuildLayout.AppRoot;

    public int Port { get; init; } = DefaultPort;

    /// <summary>A connection string; null starts the emulator.</summary>
    public string? Storage { get; init; }

    public int BlobPort { get; init; } = 10000;

    public int QueuePort { get; init; } = 10001;

    public int TablePort { get; init; } = 10002;

    public string DataDirectory { get; init; } = BuildLayout.DataDirectory;

    public bool InMemory { get; init; }

    /// <summary>The key of <c>/admin</c>; null generates one.</summary>
    public string? MasterKey { get; init; }

    /// <summary>What the app's clock shows when the handler is started; null: the real time.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>App settings that win over files and environment.</summary>
    public IReadOnlyDictionary<string, string> AppSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the log lines go; null: standard error, so that standard output stays the command's own.</summary>
    public TextWriter? LogWriter { get; init; }

    /// <summary>The least level that is logged, whatever host.json allows below it.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;
}
