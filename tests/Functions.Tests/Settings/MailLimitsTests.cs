using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Tests.Settings;

public sealed class MailLimitsTests
{
    [Theory]
    [InlineData("acs", null, null, 30, 100)]
    [InlineData("smtp", null, " ", 60, 1000)]
    [InlineData("outbox", null, null, null, null)]
    [InlineData("acs", "200", null, 200, 100)]
    [InlineData("outbox", "3", "5", 3, 5)]
    public void Takes_the_settings_or_what_is_usual(string provider, string? perMinute, string? perHour, int? minute, int? hour) =>
        Assert.Equal(new MailLimits(provider, minute, hour), Read(provider, perMinute, perHour).MailLimits);

    [Theory]
    [InlineData("0", null, "MailPerMinute")]
    [InlineData(null, "-1", "MailPerHour")]
    [InlineData(null, "1e3", "MailPerHour")]
    public void Names_the_setting_that_is_no_number(string? perMinute, string? perHour, string setting) =>
        Assert.Equal(setting, Read("outbox", perMinute, perHour).Refused());

    private static AllSettings Read(string provider, string? perMinute, string? perHour) =>
        TestSettings.Local(("MailProvider", provider), ("MailPerMinute", perMinute), ("MailPerHour", perHour));
}
