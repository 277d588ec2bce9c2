using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Upkeep;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Storage;

public sealed class KeyRotationTests
{
    private const string Old = "k1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private const string New = "k2:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A storage of its own: a rotation is about every row there is.
    [Fact]
    public async Task Makes_an_old_key_dispensable_while_the_app_goes_on()
    {
        await using var emulator = await StorageEmulator.StartAsync(Token);
        string before;
        using (var app = new FunctionApp(emulator.ConnectionString) { EncryptionKeys = Old })
        {
            using var admin = await app.EnrolAsync("K1", ("S1", "张三", TestIds.First, "TP1"), ("S2", "李四", TestIds.Second, "TP2"));
            await SendToReviewAsync(admin);
            await app.UploadAsync($"K1/TP1/{TestIds.First}.jpg", SampleFiles.Portrait());
            await ApproveAsync(admin);
            before = await ShowAsync(admin);
            Assert.Contains("欧阳老师", before, StringComparison.Ordinal);
        }

        using (var app = new FunctionApp(emulator.ConnectionString) { EncryptionKeys = $"{New},{Old}" })
        {
            var rotation = app.Services.GetRequiredService<IKeyRotation>();
            var told = await new TableClient(emulator.ConnectionString, "Audit").QueryAsync<TableEntity>(cancellationToken: Token).CountAsync(Token);
            Assert.Equal(3 + told, await rotation.RunAsync(Token));
            Assert.Equal(0, await rotation.RunAsync(Token));
        }

        using (var app = new FunctionApp(emulator.ConnectionString) { EncryptionKeys = New })
        {
            using var admin = app.CreateAdmin();
            Assert.Equal(before, await ShowAsync(admin));
            var approvals = await FunctionApp.ReadAsync(await admin.GetAsync(new Uri("/api/audit?action=photoDecided", UriKind.Relative), Token));
            Assert.Equal("清晰", Assert.Single(approvals.GetProperty("items").EnumerateArray()).GetProperty("reason").GetString());
            Assert.Equal(0, await app.Services.GetRequiredService<IKeyRotation>().RunAsync(Token));
        }
    }

    private static async Task SendToReviewAsync(HttpClient admin)
    {
        var rules = new { sharpness = new { reviewEdgeVariance = 1e9 } };
        (await admin.PutAsJsonAsync("/api/cohorts/K1/photo-rules", rules, Token)).EnsureSuccessStatusCode();
    }

    private static async Task ApproveAsync(HttpClient admin)
    {
        var photo = (await StudentAsync(admin, "S1")).GetProperty("photo");
        var act = new { sha256 = photo.GetProperty("sha256").GetString(), by = "欧阳老师", reason = "清晰" };
        (await admin.PostAsJsonAsync("/api/cohorts/K1/students/S1/photo/approve", act, Token)).EnsureSuccessStatusCode();
    }

    // Without the links to the pictures, which are signed anew for everyone who looks.
    private static async Task<string> ShowAsync(HttpClient admin)
    {
        var shown = new[] { await StudentAsync(admin, "S1"), await StudentAsync(admin, "S2") }.Select(student => JsonNode.Parse(student.GetRawText())!);
        return string.Join('\n', shown.Select(student =>
        {
            (student["photo"] as JsonObject)?.Remove("links");
            return student.ToJsonString(Plain);
        }));
    }

    private static async Task<JsonElement> StudentAsync(HttpClient admin, string number) =>
        await FunctionApp.ReadAsync(await admin.GetAsync(new Uri($"/api/cohorts/K1/students/{number}", UriKind.Relative), Token));
}
