using System.Net;
using System.Text.RegularExpressions;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Storage;

public sealed partial class ProtectionKeyTests
{
    private const string Old = "k1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private const string New = "k2:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // A storage of its own: its first key is made here.
    [Fact]
    public async Task Lie_encrypted_in_the_storage_and_outlive_a_rotation_for_as_long_as_the_old_key_is_there()
    {
        await using var emulator = await StorageEmulator.StartAsync(Token);
        string cookie;
        using (var app = new FunctionApp(emulator.ConnectionString) { EncryptionKeys = Old })
        {
            using var browser = await Browser.SignedInAsync(app, FunctionApp.AdminKey);
            cookie = browser.Cookies[Browser.SessionCookie];
            var stored = Assert.Single(await StoredAsync(app));
            Assert.Contains("<sealed key=\"k1\"", stored, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(PlainKey(), stored);
        }

        using (var app = new FunctionApp(emulator.ConnectionString) { EncryptionKeys = $"{New},{Old}" })
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, cookie));
            Assert.Single(await StoredAsync(app));
        }

        using (var app = new FunctionApp(emulator.ConnectionString) { EncryptionKeys = New })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app, cookie));
            using var browser = await Browser.SignedInAsync(app, FunctionApp.AdminKey);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, browser.Cookies[Browser.SessionCookie]));
            Assert.Contains(await StoredAsync(app), stored => stored.Contains("<sealed key=\"k2\"", StringComparison.Ordinal));
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(FunctionApp app, string cookie)
    {
        using var browser = new Browser(app);
        browser.Cookies[Browser.SessionCookie] = cookie;
        using var answer = await browser.GetAsync("/api/access-keys");
        return answer.StatusCode;
    }

    private static async Task<IReadOnlyList<string>> StoredAsync(FunctionApp app)
    {
        var container = app.Container("keys");
        var stored = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: Token))
        {
            Assert.StartsWith("data-protection/key-", blob.Name, StringComparison.Ordinal);
            stored.Add((await container.GetBlobClient(blob.Name).DownloadContentAsync(Token)).Value.Content.ToString());
        }

        return stored;
    }

    // A master key has 64 bytes of base64, in an element by itself.
    [GeneratedRegex("<value>[A-Za-z0-9+/=]{80,}</value>")]
    private static partial Regex PlainKey();
}
