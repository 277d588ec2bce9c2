using System.Net;
using System.Net.Sockets;
using Azure.Identity;
using PhotoFunctions.Functions.Health;
using PhotoFunctions.Functions.Mail;
using PhotoFunctions.Functions.Mail.Acs;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Tests.Mail;
using PhotoFunctions.TestKit.MailProviders;

namespace PhotoFunctions.Functions.Tests.Health;

public sealed class MailHealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("photos", "secret", "Ok")]
    [InlineData("photos", "another", "Refused")]
    public async Task Signs_in_at_the_mail_server_without_a_mail(string user, string password, string expected)
    {
        await using var server = await SmtpSink.StartAsync("StartTls", "photos", "secret");

        var finding = await Smtp(server.Port, SmtpTls.StartTls, user, password).KnockAsync(Token);

        Assert.Equal(expected, finding.State.ToString());
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Names_a_certificate_that_nobody_vouches_for()
    {
        await using var server = await SmtpSink.StartAsync("StartTls", "photos", "secret");
        var sender = new SmtpMailSender(Settings(server.Port, SmtpTls.StartTls, "photos", "secret"), TimeProvider.System, (_, _, _, _) => false);

        Assert.Contains("certificate", (await sender.KnockAsync(Token)).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_nobody_where_no_mail_server_is()
    {
        // Nobody listens at a port that was just let go.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.Equal(HealthState.Unreachable, (await Smtp(port, SmtpTls.None, "", "").KnockAsync(Token)).State);
    }

    [Theory]
    [InlineData(false, "Ok")]
    [InlineData(true, "Refused")]
    public async Task Asks_communication_services_for_an_operation_that_never_was(bool isKeyOld, string expected)
    {
        await using var server = await FakeAcsServer.StartAsync(TimeProvider.System, Token);
        var key = isKeyOld ? new byte[32] : Convert.FromBase64String(server.AccessKey);

        var finding = await Acs(new AcsSettings { Endpoint = server.Endpoint, AccessKey = key }).KnockAsync(Token);

        Assert.Equal(expected, finding.State.ToString());
        Assert.Empty(server.Mails);
    }

    private static AcsMailSender Acs(AcsSettings settings) => new(
        new AcsClient(settings, new DefaultAzureCredential(), TimeProvider.System), Mails.Settings, TimeProvider.System, TimeProvider.System);

    // The server made its certificate itself.
    private static SmtpMailSender Smtp(int port, SmtpTls tls, string user, string password) =>
        new(Settings(port, tls, user, password), TimeProvider.System, (_, shown, _, _) => shown?.Subject == shown?.Issuer);

    private static MailSettings Settings(int port, SmtpTls tls, string user, string password) => Mails.Settings with
    {
        Smtp = new SmtpSettings { Host = "127.0.0.1", Port = port, Tls = tls, User = user, Password = password },
    };
}
