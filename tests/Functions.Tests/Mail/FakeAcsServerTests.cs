using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using PhotoFunctions.TestKit.MailProviders;

namespace PhotoFunctions.Functions.Tests.Mail;

/// <summary>The stand-in for Communication Services does what their documents say, asked by hand and not by our client.</summary>
public sealed class FakeAcsServerTests
{
    private const string Body =
        """{"senderAddress":"a@b.example","content":{"subject":"s"},"recipients":{"to":[{"address":"c@d.example"}]}}""";

    private static readonly DateTimeOffset Start = new(2027, 6, 23, 1, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_a_pair_of_headers_once_within_five_minutes()
    {
        var clock = new SetClock(Start);
        await using var server = await FakeAcsServer.StartAsync(clock, Token);
        var pair = (Id: Mails.NewOperation(), Sent: Start);

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(server, clock, pair));
        clock.Now = Start.AddMinutes(5);
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(server, clock, pair));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(server, clock, pair, Body.Replace("c@d", "e@d", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(server, clock, (pair.Id, Start.AddSeconds(1))));
        clock.Now = Start.AddMinutes(5).AddSeconds(1);
        Assert.Equal(HttpStatusCode.PreconditionFailed, await PostAsync(server, clock, pair));
        Assert.Equal(1, Assert.Single(server.MailsTaken).Value);
    }

    [Fact]
    public async Task Counts_a_mail_of_one_operation_twice_that_comes_with_another_pair()
    {
        var clock = new SetClock(Start);
        await using var server = await FakeAcsServer.StartAsync(clock, Token);

        await PostAsync(server, clock, (Mails.NewOperation(), Start));
        await PostAsync(server, clock, (Mails.NewOperation(), Start));

        Assert.Equal(2, Assert.Single(server.MailsTaken).Value);
    }

    [Theory]
    [InlineData("signature")]
    [InlineData("hash")]
    [InlineData("date")]
    public async Task Refuses_what_is_not_signed_as_it_is(string wrong)
    {
        var clock = new SetClock(Start);
        await using var server = await FakeAcsServer.StartAsync(clock, Token);

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(server, clock, (Mails.NewOperation(), Start), wrong: wrong));
        Assert.Empty(server.MailsTaken);
    }

    private static async Task<HttpStatusCode> PostAsync(
        FakeAcsServer server, SetClock clock, (string Id, DateTimeOffset Sent) pair, string body = Body, string wrong = "")
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Endpoint, "/emails:send?api-version=2023-03-31"));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        var date = clock.Now.AddMinutes(wrong == "date" ? -6 : 0).ToString("r", CultureInfo.InvariantCulture);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(wrong == "hash" ? body + " " : body)));
        var text = $"POST\n/emails:send?api-version=2023-03-31\n{date};{server.Endpoint.Authority};{hash}";
        var key = wrong == "signature" ? new byte[64] : Convert.FromBase64String(server.AccessKey);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)));
        request.Headers.Add("x-ms-date", date);
        request.Headers.Add("x-ms-content-sha256", hash);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}");
        request.Headers.Add("Operation-Id", "8540c0de-899f-4cce-acb5-3ec493af3800");
        request.Headers.Add("Repeatability-Request-Id", pair.Id);
        request.Headers.Add("Repeatability-First-Sent", pair.Sent.ToString("r", CultureInfo.InvariantCulture));
        using var answer = await client.SendAsync(request, Token);
        return answer.StatusCode;
    }
}
