using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Tests.Health;

public sealed class HealthTests(EmulatorFixture emulator)
{
    private static readonly Uri Address = new("/api/health", UriKind.Relative);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_well_without_a_credential()
    {
        using var app = new FunctionApp(emulator);

        var health = await LookAsync(app.CreateClient());

        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal([("storage", "ok"), ("mail", "ok")], Parts(health));
    }

    [Fact]
    public async Task Answers_while_the_storage_does_not()
    {
        const string Nobody = "http://127.0.0.1:9/x";
        using var app = new FunctionApp(
            $"AccountName=devstoreaccount1;AccountKey=eA==;BlobEndpoint={Nobody};TableEndpoint={Nobody};QueueEndpoint={Nobody}");
        var client = app.CreateClient();

        var health = await LookAsync(client);

        Assert.Equal("degraded", health.GetProperty("status").GetString());
        Assert.Contains(("storage", "unreachable"), Parts(health));
        Assert.Single(app.LogLines, line => line.StartsWith("storage is not well (Unreachable)", StringComparison.Ordinal));
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Address), Token);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Fact]
    public async Task Names_a_storage_key_that_was_changed()
    {
        var key = emulator.ConnectionString.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal));
        using var app = new FunctionApp(emulator.ConnectionString.Replace(key, $"AccountKey={Convert.ToBase64String(new byte[64])}", StringComparison.Ordinal));

        Assert.Contains(("storage", "refused"), Parts(await LookAsync(app.CreateClient())));
    }

    [Theory]
    [InlineData(20, "ahead of")]
    [InlineData(-20, "behind")]
    public async Task Names_a_clock_that_is_wrong(int minutes, string direction)
    {
        using var parent = new FunctionApp(emulator);
        using var app = parent.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services
            .AddKeyedSingleton<TimeProvider>(Clocks.Real, new OffsetTime(TimeProvider.System, TimeSpan.FromMinutes(minutes)))));

        var health = await LookAsync(app.CreateClient());

        Assert.Contains(("storage", "clock-skew"), Parts(health));
        Assert.Contains($"20 minutes {direction} the storage account's", health.GetRawText(), StringComparison.Ordinal);
    }

    // The app's end is the client's, too.
    private static async Task<JsonElement> LookAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(Address, Token);
        return await FunctionApp.ReadAsync(answer);
    }

    private static IEnumerable<(string? Name, string? Status)> Parts(JsonElement health) => health.GetProperty("parts").EnumerateArray()
        .Select(part => (part.GetProperty("name").GetString(), part.GetProperty("status").GetString()));
}
