namespace PhotoFunctions.Functions.Settings;

/// <summary>
/// The app's clock, which a setting may move, and the real one, for what is dated or judged elsewhere: how long links are good, files of
/// this machine (docs/decisions/0021).
/// </summary>
internal static partial class Clocks
{
    /// <summary>The key of the real clock: <c>[FromKeyedServices(Clocks.Real)] TimeProvider time</c>.</summary>
    public const string Real = "real";

    public static IServiceCollection AddClocks(this IServiceCollection services) => services
        .AddKeyedSingleton(Real, TimeProvider.System)
        .AddSingleton(provider => Move(provider.GetRealTime(), provider.GetRequiredService<AppSettings>().ClockOffset));

    /// <summary>The clock that no setting moves.</summary>
    public static TimeProvider GetRealTime(this IServiceProvider services) => services.GetRequiredKeyedService<TimeProvider>(Real);

    /// <summary>Nobody shall wonder about dates: a clock that was moved is told once, at the start.</summary>
    public static void Announce(IServiceProvider services)
    {
        if (services.GetRequiredService<AppSettings>().ClockOffset is { Ticks: not 0 } offset)
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            Log.Moved(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Clocks).FullName!), now, offset);
        }
    }

    private static TimeProvider Move(TimeProvider real, TimeSpan offset) => offset == TimeSpan.Zero ? real : new OffsetTime(real, offset);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The clock is set to {Now:O}, {Offset} from the real one.")]
        public static partial void Moved(ILogger logger, DateTimeOffset now, TimeSpan offset);
    }
}
