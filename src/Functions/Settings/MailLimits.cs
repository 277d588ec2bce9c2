namespace PhotoFunctions.Functions.Settings;

/// <summary>How many mails the provider is given in a minute and in an hour of the clock; null for any number.</summary>
internal sealed record MailLimits(string Provider, int? PerMinute, int? PerHour)
{
    private const int Largest = 1_000_000;

    /// <summary>Reads <c>MailPerMinute</c> and <c>MailPerHour</c>; without them, what is usual at the provider.</summary>
    public static MailLimits Read(IConfiguration configuration, string provider)
    {
        // Azure gives a new subscription 30 and 100. A college's own server takes more, but not all at once. The outbox takes any number.
        (int? PerMinute, int? PerHour) usual = provider switch
        {
            "acs" => (30, 100),
            "smtp" => (60, 1000),
            _ => (null, null),
        };
        return new MailLimits(
            provider, Number(configuration, "MailPerMinute") ?? usual.PerMinute, Number(configuration, "MailPerHour") ?? usual.PerHour);
    }

    private static int? Number(IConfiguration configuration, string name) => SettingText.Number(configuration, name, Largest);
}
