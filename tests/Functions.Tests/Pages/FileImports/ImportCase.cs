using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Access;

namespace PhotoFunctions.Functions.Tests.Pages.FileImports;

/// <summary>A cohort with two teaching points, and an administrator who imports files through the pages.</summary>
internal sealed partial class ImportCase : IDisposable
{
    private readonly string _cohort;

    private ImportCase(FunctionApp app, HttpClient admin, string cohort) => (App, Admin, _cohort) = (app, admin, cohort);

    public FunctionApp App { get; }

    public HttpClient Admin { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ImportCase> CreateAsync(
        EmulatorFixture emulator, string cohort, params (string Number, string Name, string Id, string Point)[] students)
    {
        var app = new FunctionApp(emulator);
        return new ImportCase(app, await app.EnrolAsync(cohort, students), cohort);
    }

    public Uri Address(string kind) => new($"/api/dashboard/{_cohort}/imports/{kind}", UriKind.Relative);

    /// <summary>Posts a file as a browser does; further fields stand before it.</summary>
    public Task<ImportAnswer> PostAsync(string kind, string text, params (string Name, string Value)[] fields) =>
        PostAsync(kind, Encoding.UTF8.GetBytes(text), "名单.csv", fields);

    public async Task<ImportAnswer> PostAsync(string kind, byte[] content, string fileName, params (string Name, string Value)[] fields)
    {
        using var form = Form(content, fileName, fields);
        return await SendAsync(kind, form);
    }

    public async Task<ImportAnswer> SendAsync(string kind, HttpContent content)
    {
        using var response = await Admin.PostAsync(Address(kind), content, Token);
        return await ReadAsync(response);
    }

    public static async Task<ImportAnswer> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(Token);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        var sha256 = Hash().Match(html).Groups[1].Value;
        return new ImportAnswer((int)response.StatusCode, html, WebUtility.HtmlDecode(Tags().Replace(html, " ")), sha256);
    }

    /// <summary>Previews a text and writes it.</summary>
    public async Task<ImportAnswer> WriteAsync(string kind, string text, params (string Name, string Value)[] fields)
    {
        var preview = await PostAsync(kind, text, fields);
        Assert.Equal(200, preview.Status);
        return await PostAsync(kind, text, [("write", "yes"), ("sha256", preview.Sha256), .. fields]);
    }

    public async Task<HttpStatusCode> StatusOfAsync(string student)
    {
        using var response = await Admin.GetAsync(new Uri($"/api/cohorts/{_cohort}/students/{student}", UriKind.Relative), Token);
        return response.StatusCode;
    }

    /// <summary>The lines of the audit trail about an action in this cohort.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(AuditAction action)
    {
        var mapping = new AuditEntityMapping(await App.Services.GetRequiredService<DataKeysSource>().GetAsync(Token));
        var filter = TableClient.CreateQueryFilter($"Cohort eq {_cohort} and Action eq {action.ToString()}");
        var rows = App.Services.GetRequiredService<StorageAccount>().Audit.QueryAsync<TableEntity>(filter, cancellationToken: Token);
        return await rows.Select(mapping.ToEntry).ToListAsync(Token);
    }

    public static MultipartFormDataContent Form(byte[] content, string fileName, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", fileName);
        return form;
    }

    public void Dispose()
    {
        Admin.Dispose();
        App.Dispose();
    }

    [GeneratedRegex("name=\"sha256\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Hash();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    /// <param name="Status">The status.</param>
    /// <param name="Html">The page.</param>
    /// <param name="Text">Its words.</param>
    /// <param name="Sha256">The hash that a writing has to name; empty where nothing can be written.</param>
    internal sealed record ImportAnswer(int Status, string Html, string Text, string Sha256);
}
