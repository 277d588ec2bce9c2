using System.Globalization;

namespace PhotoFunctions.LocalHost.Logs;

/// <summary>One line an event: time, level, category, message.</summary>
internal sealed class CompactConsoleLogger(string category, TextWriter writer, TimeProvider time) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{time.GetLocalNow():HH:mm:ss} {Word(logLevel)} {category}: {formatter(state, exception)}");

        // The type alone: messages of storage exceptions carry the blob's address.
        if (exception is not null)
        {
            text += $" [{exception.GetType().Name}]";
        }

        lock (writer)
        {
            writer.WriteLine(text);
        }
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info ",
        LogLevel.Warning => "warn ",
        LogLevel.Error => "error",
        _ => "fatal",
    };
}
