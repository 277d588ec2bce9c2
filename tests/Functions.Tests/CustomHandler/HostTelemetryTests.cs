using System.Text.Json;

namespace PhotoFunctions.Functions.Tests.CustomHandler;

public sealed class HostTelemetryTests
{
    [Theory]
    [InlineData("Host.Results", "None")]
    [InlineData("Function.PhotoUploaded", "Warning")]
    [InlineData("Function.PhotoUploadPoisoned", "Warning")]
    [InlineData("Host.Triggers.Blobs", "Warning")]
    [InlineData("Azure.Core", "Warning")]
    [InlineData("Azure.Storage", "Warning")]
    public void Keeps_the_host_from_telling_names_of_uploads_in_its_lines(string category, string level) =>
        Assert.Equal(level, Logging().GetProperty("logLevel").GetProperty(category).GetString());

    [Fact]
    public void Keeps_the_host_from_telling_addresses_of_its_calls_and_requests()
    {
        var insights = Logging().GetProperty("applicationInsights");

        Assert.False(insights.GetProperty("enableDependencyTracking").GetBoolean());
        Assert.False(insights.GetProperty("enableLiveMetrics").GetBoolean());
        Assert.False(insights.GetProperty("httpAutoCollectionOptions").GetProperty("enableHttpTriggerExtendedInfoCollection").GetBoolean());
    }

    private static JsonElement Logging() => JsonSerializer.Deserialize<JsonElement>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json"))).GetProperty("logging");
}
