using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Functions.Tests.Api;

/// <summary>The calendar belongs to the whole storage account: each test has years of its own.</summary>
public sealed class CalendarApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_a_year_after_a_dry_run_and_counts_with_it()
    {
        using var app = new FunctionApp(emulator);
        using var admin = app.CreateAdmin();
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Address("2031"), Token)).StatusCode);

        var dry = await FunctionApp.ReadAsync(await PutAsync(admin, "2031?dryRun=true", Body(2031)));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Address("2031"), Token)).StatusCode);
        var saved = await FunctionApp.ReadAsync(await PutAsync(admin, "2031", Body(2031)));
        var shown = await FunctionApp.ReadAsync(await admin.GetAsync(Address("2031"), Token));

        Assert.True(dry.GetProperty("dryRun").GetBoolean() && dry.GetProperty("changed").GetBoolean());
        Assert.Equal(dry.GetProperty("calendar").GetRawText(), saved.GetProperty("calendar").GetRawText());
        Assert.Equal(saved.GetProperty("calendar").GetRawText(), shown.GetRawText());
        Assert.True(shown.GetProperty("isStored").GetBoolean());
        var again = await FunctionApp.ReadAsync(await PutAsync(admin, "2031", Body(2031)));
        Assert.False(again.GetProperty("changed").GetBoolean());
        var calendar = await app.Services.GetRequiredService<ICalendarStore>().FindAsync(Token);
        Assert.False(calendar.IsWorkingDay(new DateOnly(2031, 10, 6)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2031, 10, 11)));
    }

    [Fact]
    public async Task Shows_the_years_that_come_with_the_program()
    {
        using var app = new FunctionApp(emulator);
        using var admin = app.CreateAdmin();

        var list = await FunctionApp.ReadAsync(await admin.GetAsync(new Uri("/api/calendar", UriKind.Relative), Token));

        var shipped = list.GetProperty("items").EnumerateArray().Single(year => year.GetProperty("year").GetInt32() == 2024);
        Assert.Equal((false, 251), (shipped.GetProperty("isStored").GetBoolean(), shipped.GetProperty("workingDays").GetInt32()));
        Assert.Equal("2024-01-01", shipped.GetProperty("off")[0].GetString());
    }

    [Theory]
    [InlineData("2032", """{"off":["2032-01-01"],"work":[]}""", "calendar-invalid")]
    [InlineData("2032", """{"work":[]}""", "value-missing")]
    [InlineData("2032", """{"off":["2032-02-30"],"work":[]}""", "request-invalid")]
    [InlineData("2032", """{"off":[],"work":[],"bridge":[]}""", "request-invalid")]
    [InlineData("32", """{"off":[],"work":[]}""", "request-invalid")]
    [InlineData("1999", """{"off":[],"work":[]}""", "calendar-invalid")]
    public async Task Refuses_what_is_no_year_of_holidays_and_stores_nothing(string year, string body, string code)
    {
        using var app = new FunctionApp(emulator);
        using var admin = app.CreateAdmin();

        using var response = await PutAsync(admin, year, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Address("2032"), Token)).StatusCode);
    }

    private static string Body(int year)
    {
        var off = Enumerable.Range(1, 8).Select(day => $"\"{year}-10-{day:D2}\"").Concat([$"\"{year}-01-01\"", $"\"{year}-05-01\""]);
        return $$"""{"off":[{{string.Join(',', off)}}],"work":["{{year}}-10-11"]}""";
    }

    private static Uri Address(string year) => new($"/api/calendar/{year}", UriKind.Relative);

    private static async Task<HttpResponseMessage> PutAsync(HttpClient admin, string year, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await admin.PutAsync(Address(year), content, Token);
    }
}
