using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class UnreadableBodyTests(EmulatorFixture emulator)
{
    private const string Id = TestIds.First;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"name":"届","graceDays":"five"}""", "the value of $.graceDays")]
    [InlineData("""{"name":"届","graceDays":"5"}""", "the value of $.graceDays")]
    [InlineData("""{"name":"届","windows":[{},{"opensOn":"2026-02-30"}]}""", "the value of $.windows[1].opensOn")]
    [InlineData("""{"name":"届","proofing":{"waitUnit":"weeks"}}""", "the value of $.proofing.waitUnit")]
    [InlineData("""{"name":"届","gracedays":1,"window":[]}""", "known members only but received $.window")]
    [InlineData("""{"name":"届","graceDays":1,"graceDays":2}""", "$.graceDays")]
    [InlineData("""{"name":"届","11010519491231002X":1}""", "known members only but received $")]
    [InlineData("{\"name\":\"届\",\n \"graceDays\" 11010519491231002}", "in line 2 at byte 14")]
    [InlineData("""{"name":"届""", "correct JSON but it goes wrong in line 1")]
    [InlineData("", "a body of JSON")]
    [InlineData("null", "a body of JSON")]
    [InlineData("""["11010519491231002X"]""", "the value of $")]
    public async Task Says_where_a_body_cannot_be_read_and_never_what_stands_there(string body, string where)
    {
        using var app = new FunctionApp(emulator);
        using var admin = app.CreateAdmin();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await admin.PutAsync(new Uri("/api/cohorts/LS8", UriKind.Relative), content, Token);

        var text = await response.Content.ReadAsStringAsync(Token);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((HttpStatusCode.BadRequest, "request-invalid"), (response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains(where, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Id[..10], text + string.Concat(app.LogLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Answers_another_kind_of_body_as_before(string type)
    {
        using var app = new FunctionApp(emulator);
        using var admin = app.CreateAdmin();
        using var content = new StringContent("{}", Encoding.UTF8, type);

        using var response = await admin.PutAsync(new Uri("/api/cohorts/LS8", UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(
            "media-type-unsupported", (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString());
    }
}
