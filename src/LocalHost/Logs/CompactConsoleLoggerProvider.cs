namespace PhotoFunctions.LocalHost.Logs;

internal sealed class CompactConsoleLoggerProvider(TextWriter writer, TimeProvider time) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new CompactConsoleLogger(categoryName, writer, time);

    public void Dispose()
    {
        // The writer belongs to whoever gave it.
    }
}
