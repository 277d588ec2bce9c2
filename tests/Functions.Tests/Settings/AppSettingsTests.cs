using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Tests.Settings;

public sealed class AppSettingsTests
{
    [Fact]
    public void Needs_only_the_storage_on_the_emulator() => Assert.Empty(TestSettings.Local(("AdminKey", "short")).Problems);

    [Fact]
    public void Needs_the_keys_elsewhere() => Assert.Empty(TestSettings.Live(("AdminKey", new string('k', 32))).Problems);

    [Theory]
    [InlineData("AdminKey", "local-development-admin-key")]
    [InlineData("IndexKey", "")]
    [InlineData("IndexKey", "short")]
    [InlineData("EncryptionKeys", "")]
    [InlineData("EncryptionKeys", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("LinkKeys", " ")]
    [InlineData("LinkKeys", "k1:AAAA")]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT", "70000")]
    [InlineData("AdministratorRequestsPerMinute", "many")]
    public void Names_the_setting_that_is_missing_or_unsafe(string setting, string value)
    {
        var settings = TestSettings.Live((setting, value));

        Assert.Equal(setting, settings.Refused());
        Assert.DoesNotContain("AAAA", Assert.Single(settings.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_every_problem_in_a_line_with_an_example_and_without_a_value()
    {
        var lines = TestSettings.Live(
            ("AdminKey", "hidden"), ("IndexKey", "hidden"), ("LinkKeys", ""), ("MailProvider", "smtp"), ("SmtpPort", "hidden"), ("MailPerHour", "0"))
            .Problems.Select(problem => problem.ToString()).ToList();

        Assert.Equal(
            ["AdminKey", "IndexKey", "LinkKeys", "MailFrom", "MailPerHour", "SmtpHost", "SmtpPort"],
            lines.Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Contains($". Example: {line.Split(':')[0]}=", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Contains("expected", line, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("hidden", StringComparison.Ordinal) || line.Contains('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AdminKey")]
    [InlineData("LinkKeys")]
    [InlineData("EntraClientSecret")]
    public void Takes_no_reference_for_the_secret_that_the_platform_could_not_read(string setting)
    {
        var settings = TestSettings.Live((setting, "@Microsoft.KeyVault(SecretUri=https://college.vault.azure.net/secrets/a)"));

        Assert.Equal(setting, settings.Refused());
        Assert.Equal(("", "", ""), (settings.App.AdminKey, settings.App.LinkKeys.Replace($"k1:{TestSettings.Key}", "", StringComparison.Ordinal), settings.Entra.ClientSecret));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "our-collector:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "not an address")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "https://insights.example")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=abc")]
    [InlineData("DecodeJournalFolder", "/proc/nobody/may/write")]
    public void Names_a_place_that_is_none(string setting, string value) =>
        Assert.Equal(setting, TestSettings.Local((setting, value)).Refused());

    [Theory]
    [InlineData(null, null, "http://127.0.0.1:7071/")]
    [InlineData(null, "photos.azurewebsites.net", "https://photos.azurewebsites.net/")]
    [InlineData(null, "localhost:7071", "http://localhost:7071/")]
    [InlineData(null, "127.0.0.1:40001", "http://127.0.0.1:40001/")]
    [InlineData("https://college.example/photos", "photos.azurewebsites.net", "https://college.example/photos/")]
    [InlineData("http://localhost:8080/", null, "http://localhost:8080/")]
    public void Knows_where_people_reach_the_app(string? set, string? host, string expected) => Assert.Equal(
        expected, TestSettings.Local(("PublicAddress", set), ("WEBSITE_HOSTNAME", host)).App.PublicAddress.AbsoluteUri);

    [Theory]
    [InlineData("college.example")]
    [InlineData("http://college.example/")]
    [InlineData("ftp://college.example/")]
    [InlineData("https://somebody@college.example/")]
    [InlineData("https://college.example/?a=b")]
    [InlineData("https://college.example/#a")]
    [InlineData("/photos")]
    public void Refuses_an_address_that_no_mail_should_hold(string set) =>
        Assert.Equal("PublicAddress", TestSettings.Local(("PublicAddress", set)).Refused());

    [Theory]
    [InlineData(null, "00:00:00")]
    [InlineData("", "00:00:00")]
    [InlineData("212.01:30:00", "212.01:30:00")]
    [InlineData("-30.00:00:00", "-30.00:00:00")]
    public void Moves_the_clock_on_the_emulator(string? text, string offset) =>
        Assert.Equal(offset, TestSettings.Local(("ClockOffset", text)).App.ClockOffset.ToString());

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2027-06-23")]
    [InlineData("1:30:00:00")]
    [InlineData("36526.00:00:00")]
    [InlineData("-36526.00:00:00")]
    public void Refuses_a_move_of_the_clock_that_is_none_or_leads_too_far(string text) =>
        Assert.Equal("ClockOffset", TestSettings.Local(("ClockOffset", text)).Refused());

    [Fact]
    public void Refuses_on_a_real_storage_account_what_is_for_trying()
    {
        Assert.Empty(TestSettings.Live(("ClockOffset", "00:00:00")).Problems);
        Assert.Equal("ClockOffset", TestSettings.Live(("ClockOffset", "1.00:00:00")).Refused());

        const string Keys = $"{AppSettings.LocalTokenKeys}:0:Issuer";
        Assert.Empty(TestSettings.Local((Keys, "dotnet-user-jwts")).Problems);
        Assert.Contains("SigningKeys", TestSettings.Live((Keys, "dotnet-user-jwts")).Refused(), StringComparison.Ordinal);
    }
}
