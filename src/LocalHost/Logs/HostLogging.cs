namespace PhotoFunctions.LocalHost.Logs;

/// <summary>The log as host.json wants it, within what may be logged at all.</summary>
internal static class HostLogging
{
    public static ILoggerFactory Create(HostOptions options, IReadOnlyDictionary<string, LogLevel> levels, TimeProvider time)
    {
        return LoggerFactory.Create(logging =>
        {
            logging.SetMinimumLevel(AtLeast(levels.GetValueOrDefault("default", LogLevel.Information)));
            foreach (var (category, level) in levels)
            {
                logging.AddFilter(category, AtLeast(level));
            }

            // Web server and storage client log addresses with blob names and query strings below Warning.
            foreach (var category in (string[])["Microsoft", "System", "Azure"])
            {
                logging.AddFilter(category, LogLevel.Warning);
            }

            logging.AddProvider(new CompactConsoleLoggerProvider(options.LogWriter ?? Console.Error, time));
        });

        LogLevel AtLeast(LogLevel level) => level < options.LogLevel ? options.LogLevel : level;
    }
}
