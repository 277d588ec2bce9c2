using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// Storage dates what is written by the real clock. Before such a date is held against the app's clock, or kept beside its dates, it is
/// moved as far as that clock is.
/// </summary>
internal sealed class StorageDates(AppSettings settings)
{
    /// <summary>When it was written, by the app's clock.</summary>
    public DateTimeOffset ToApp(DateTimeOffset written) => written + settings.ClockOffset;
}
