namespace PhotoFunctions.Functions.Settings;

/// <summary>How many mails the provider is given in a minute and in an hour of the clock; null for any number.</summary>
internal sealed record MailLimits(string Provider, int? PerMinute, int? PerHour)
{
    private const int Largest = 1_000_000;

    /// <summary>Reads <c>MailPerMinute</c> and <c>MailPerHour</c>; without them, what is usual at the provider.</summary>
    public static MailLimits Read(SettingReader reader, MailProvider provider)
    {
        // Azure gives a new subscription 30 and 100. A college's own server takes more, but not all at once. The outbox takes any number.
        (int? PerMinute, int? PerHour) usual = provider switch
        {
            MailProvider.Acs => (30, 100),
            MailProvider.Smtp => (60, 1000),
            _ => (null, null),
        };
        return new MailLimits(
            provider.ToString().ToLowerInvariant(),
            reader.Number("MailPerMinute", Largest, 30) ?? usual.PerMinute,
            reader.Number("MailPerHour", Largest, 100) ?? usual.PerHour);
    }
}
