using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class RosterApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reports_a_dry_run_as_an_import_and_enrols_nobody()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("ROSTER1");
        var csv = $"学号,姓名,身份证号,教学点\nS1,张三,{TestIds.First},TP1\nS2,李四,{TestIds.BadChecksum},TP1\n";

        var dry = await ImportAsync(admin, "ROSTER1", csv, "?dryRun=true");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(new Uri("/api/cohorts/ROSTER1/students/S1", UriKind.Relative), Token)).StatusCode);
        var real = await ImportAsync(admin, "ROSTER1", csv, "?dryRun=false");

        Assert.True(dry.GetProperty("dryRun").GetBoolean());
        Assert.Equal(dry.GetRawText().Replace("true", "false", StringComparison.Ordinal), real.GetRawText());
        Assert.Equal((1, 1), (real.GetProperty("added").GetInt32(), real.GetProperty("rejected").GetInt32()));
    }

    [Fact]
    public async Task Takes_no_other_word_for_a_dry_run()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await app.EnrolAsync("ROSTER2");

        using var response = await admin.PostAsync(
            new Uri("/api/cohorts/ROSTER2/roster?dryRun=yes", UriKind.Relative), new StringContent("学号,姓名,身份证号,教学点\n"), Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("request-invalid", (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString());
    }

    private static async Task<JsonElement> ImportAsync(HttpClient admin, string cohort, string csv, string query = "")
    {
        using var content = new StringContent(csv);
        return await FunctionApp.ReadAsync(await admin.PostAsync(new Uri($"/api/cohorts/{cohort}/roster{query}", UriKind.Relative), content, Token));
    }
}
