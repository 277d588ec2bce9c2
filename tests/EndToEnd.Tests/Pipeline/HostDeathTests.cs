using System.Globalization;
using PhotoFunctions.LocalHost.Processes;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.Pipeline;

public sealed class HostDeathTests
{
    [Fact]
    public async Task The_app_ends_with_its_host_even_when_that_is_killed()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var emulator = await StorageEmulator.StartAsync(stop);
        var port = LoopbackPorts.FindFree().ToString(CultureInfo.InvariantCulture);
        await using var host = HostProcess.Start("start", "--port", port, "--storage", emulator.ConnectionString, "--setting", "AdminKey=ph_test_0123456789abcdefghijklmnopqrstuv");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/") };
        await Eventually.BeAsync("the app answers", async () => await AnswersAsync(http), stop);
        using var handler = host.FindHandler();

        host.KillHost();

        await handler.WaitForExitAsync(stop);
        Assert.True(handler.HasExited);
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("health", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
