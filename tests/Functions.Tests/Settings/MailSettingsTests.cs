using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Tests.Settings;

public sealed class MailSettingsTests
{
    [Fact]
    public void Needs_nothing_for_the_outbox()
    {
        var settings = TestSettings.Local().Mail;

        Assert.Equal(MailProvider.Outbox, settings.Provider);
        Assert.Equal("photofunctions@outbox.invalid", settings.From);
    }

    [Theory]
    [InlineData("MailProvider=outbox;MailFrom=a@b.example;MailFromName=继续教育学院")]
    [InlineData("MailProvider=acs;MailFrom=a@b.example;AcsEndpoint=https://c.communication.azure.com")]
    [InlineData("MailProvider=ACS;MailFrom=a@b.example;AcsEndpoint=http://127.0.0.1:8080;AcsAccessKey=eHg=")]
    [InlineData("MailProvider=smtp;MailFrom=a@b.example;SmtpHost=mail.college.example;SmtpUser=u;SmtpPassword=p;SmtpTls=implicit")]
    [InlineData("MailProvider=smtp;MailFrom=a@b.example;SmtpHost=127.0.0.1;SmtpPort=2525;SmtpTls=None")]
    public void Reads_settings_that_are_complete(string settings) => Assert.Empty(TestSettings.Local(TestSettings.Parse(settings)).Problems);

    [Theory]
    [InlineData("MailProvider=pigeon", "MailProvider")]
    [InlineData("MailProvider=1", "MailProvider")]
    [InlineData("MailFrom=nobody", "MailFrom")]
    [InlineData("MailFromName=a\r\nBcc: b@c.example", "MailFromName")]
    [InlineData("MailProvider=acs;AcsEndpoint=https://c.communication.azure.com", "MailFrom")]
    [InlineData("MailProvider=acs;MailFrom=a@b.example", "AcsEndpoint")]
    [InlineData("MailProvider=acs;MailFrom=a@b.example;AcsEndpoint=http://c.communication.azure.com", "AcsEndpoint")]
    [InlineData("MailProvider=acs;MailFrom=a@b.example;AcsEndpoint=https://c.communication.azure.com;AcsAccessKey=?", "AcsAccessKey")]
    [InlineData("MailProvider=smtp;MailFrom=a@b.example", "SmtpHost")]
    [InlineData("MailProvider=smtp;MailFrom=a@b.example;SmtpHost=localhost;SmtpPort=65536", "SmtpPort")]
    [InlineData("MailProvider=smtp;MailFrom=a@b.example;SmtpHost=localhost;SmtpUser=u", "SmtpPassword")]
    [InlineData("MailProvider=smtp;MailFrom=a@b.example;SmtpHost=localhost;SmtpTls=maybe", "SmtpTls")]
    [InlineData("MailProvider=smtp;MailFrom=a@b.example;SmtpHost=mail.college.example;SmtpTls=None", "SmtpTls")]
    public void Names_the_setting_that_is_missing_or_wrong(string settings, string setting) =>
        Assert.Equal(setting, TestSettings.Local(TestSettings.Parse(settings)).Refused());
}
