using System.Net;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Tests.Api.Exports;

namespace PhotoFunctions.Functions.Tests.Pages.Exports;

/// <summary>Exports that are asked for by forms: the API's own files, and refusals that people can read.</summary>
public sealed class ExportPageTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("envelopes", "csv")]
    [InlineData("envelopes", "html")]
    [InlineData("status", "csv")]
    [InlineData("addresses", "csv")]
    public async Task Gives_the_files_of_the_api_and_tells_the_audit_trail_as_it_does(string name, string format)
    {
        using var export = await ExportCase.CreateAsync(emulator, $"PGE1{name[0]}{format}");
        await export.SeedAsync("TP1", [("S1", "张三", 1)], className: "1班");
        await export.SeedAsync("TP2", [("S2", "李四", 2)]);

        using var ofApi = await export.ExportAsync($"{name}?format={format}&teachingPoint=TP1");
        using var ofPage = await PostAsync(
            export.Admin, export, name, ("reason", ExportCase.Reason), ("by", "王老师"), ("format", format), ("teachingPoint", "TP1"));

        Assert.Equal(HttpStatusCode.OK, ofPage.StatusCode);
        Assert.Equal(ofApi.Content.Headers.ContentDisposition?.ToString(), ofPage.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal(await ofApi.Content.ReadAsByteArrayAsync(Token), await ofPage.Content.ReadAsByteArrayAsync(Token));
        var lines = await export.AuditAsync(Enum.Parse<AuditAction>($"{name}Exported", ignoreCase: true));
        Assert.Equal(2, lines.Count);
        Assert.Single(lines.Select(line => line with { At = default }).Distinct());
    }

    [Fact]
    public async Task Packs_photos_as_the_form_says()
    {
        using var export = await ExportCase.CreateAsync(emulator, "PGE2");
        await export.SeedAsync("TP1", [("S1", "张三", 1)]);

        using var zip = await PostAsync(
            export.Admin,
            export,
            "photos",
            ("reason", "归档"),
            ("by", "王老师"),
            ("profile", "platform-120x160"),
            ("confirmedOnly", "true"),
            ("format", ""));

        Assert.Equal("application/zip", zip.Content.Headers.ContentType?.MediaType);
        Assert.Equal("PGE2-photos.zip", zip.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("platform-120x160 confirmedOnly", Assert.Single(await export.AuditAsync(AuditAction.PhotosExported)).Details);
    }

    [Fact]
    public async Task Refuses_with_a_page_and_exports_nothing()
    {
        using var export = await ExportCase.CreateAsync(emulator, "PGE3");
        await export.SeedAsync("TP2", [("S1", "张三", 1)]);
        using var teacher = await export.TeacherAsync("TP1");
        var reason = ("reason", "核对");

        Assert.Equal((400, "value-missing"), await RefusalAsync(teacher, "status", ("format", "csv")));
        Assert.Equal((400, "value-missing"), await RefusalAsync(teacher, "status", ("reason", "一"), ("reason", "二")));
        Assert.Equal((400, "value-too-long"), await RefusalAsync(teacher, "status", ("reason", new string('长', 201))));
        Assert.Equal((400, "control-character"), await RefusalAsync(teacher, "status", ("reason", "一\n二")));
        Assert.Equal((400, "request-invalid"), await RefusalAsync(teacher, "status", reason, ("format", "html")));
        Assert.Equal((404, "teaching-point-unknown"), await RefusalAsync(teacher, "envelopes", reason, ("teachingPoint", "TP2")));
        Assert.Equal((403, "role-not-allowed"), await RefusalAsync(teacher, "photos", reason));
        Assert.Equal((403, "role-not-allowed"), await RefusalAsync(teacher, "forms", reason, ("kind", "erratum")));
        Assert.Equal((400, "value-missing"), await RefusalAsync(export.Admin, "forms", reason, ("by", "王老师")));
        (string, string)[] many = [.. Enumerable.Range(0, 2_000).Select(i => ($"f{i}", "x"))];
        Assert.Equal((400, "value-missing"), await RefusalAsync(teacher, "status", many));
        Assert.Empty(await export.AuditAsync(AuditAction.StatusExported));
        Assert.Empty(await export.AuditAsync(AuditAction.EnvelopesExported));

        async Task<(int, string)> RefusalAsync(HttpClient client, string name, params (string, string)[] fields)
        {
            using var response = await PostAsync(client, export, name, fields);
            var page = await response.Content.ReadAsStringAsync(Token);
            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
            return ((int)response.StatusCode, page.Split("<code>")[1].Split("</code>")[0]);
        }
    }

    [Fact]
    public async Task Offers_a_teaching_point_what_is_its_own()
    {
        using var export = await ExportCase.CreateAsync(emulator, "PGE4");
        using var teacher = await export.TeacherAsync("TP1");

        var own = await teacher.GetStringAsync(new Uri("/api/desk/PGE4/TP1/lists", UriKind.Relative), Token);
        using var foreign = await teacher.GetAsync(new Uri("/api/desk/PGE4/TP2/lists", UriKind.Relative), Token);
        using var whole = await teacher.GetAsync(new Uri("/api/dashboard/PGE4/exports", UriKind.Relative), Token);
        var ofAdmin = await export.Admin.GetStringAsync(new Uri("/api/dashboard/PGE4/exports", UriKind.Relative), Token);

        Assert.Contains("/exports/envelopes", own, StringComparison.Ordinal);
        Assert.Contains("value=\"李老师\"", own, StringComparison.Ordinal);
        Assert.DoesNotContain("/exports/photos", own, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (foreign.StatusCode, whole.StatusCode));
        Assert.Equal(5, ofAdmin.Split("name=\"reason\"").Length - 1);
        Assert.DoesNotContain("name=\"teachingPoint\"", ofAdmin, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, ExportCase export, string name, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(new Uri($"/api/dashboard/{export.Cohort}/exports/{name}", UriKind.Relative), form, Token);
    }
}
