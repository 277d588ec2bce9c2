using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PhotoFunctions.Functions.Tests.Pages;

/// <summary>What people see when a page cannot be made, or what they sent cannot be read.</summary>
public sealed class BrokenPageTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_a_page_with_a_code_when_the_storage_is_out_of_reach()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("BP1", ("S1", "张三", TestIds.First, "TP1"));
        app.Faults.UnreachableTable = "Students";

        using var answer = await admin.GetAsync(new Uri("/api/dashboard/BP1/students/S1", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains("系统暂时不可用", text, StringComparison.Ordinal);
        Assert.Contains("<code>out-of-order</code>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/sign-in")]
    [InlineData("/api/dashboard/BP2/students/S1/acts/reopen")]
    [InlineData("/api/desk/BP2/TP1/review/refuse")]
    [InlineData("/api/dashboard/BP2/mails/abc/resend")]
    [InlineData("/api/dashboard/BP2/imports/roster")]
    [InlineData("/api/dashboard/BP2/exports/status")]
    public async Task Refuses_forms_that_cannot_be_read_with_a_page(string address)
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("BP2");
        using var browser = await Browser.SignedInAsync(app, FunctionApp.AdminKey);
        var formToken = await browser.FormTokenAsync();
        foreach (var (type, body) in new[]
        {
            ("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\ncut"),
            ("multipart/form-data", "--b--\r\n"),
            ("application/x-www-form-urlencoded; charset=utf-7", "reason=x"),
            ("application/x-www-form-urlencoded", "reason=%00"),
            ("application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 300).Select(i => $"f{i}=1"))),
            ("application/x-www-form-urlencoded", $"reason={new string('x', 100_000)}"),
        })
        {
            foreach (var hasHeader in new[] { false, true })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                if (hasHeader)
                {
                    request.Headers.Add(Browser.TokenHeader, formToken);
                }

                using var answer = await browser.SendAsync(request);

                Assert.InRange((int)answer.StatusCode, 400, StatusCodes.Status499ClientClosedRequest - 1);
                Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            }
        }
    }
}
