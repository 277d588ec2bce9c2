using System.Text.Json.Nodes;

namespace PhotoFunctions.Infra.Tests.Templates;

public sealed class EventSubscriptionTests(CompiledTemplates templates)
{
    [Fact]
    public async Task Tells_of_new_block_blobs_in_the_inbox_below_the_limit_and_of_nothing_else()
    {
        var filter = (await SubscriptionAsync())["filter"]!;
        var advanced = filter["advancedFilters"]!.AsArray();

        Assert.Equal("Microsoft.Storage.BlobCreated", (string?)Assert.Single(filter["includedEventTypes"]!.AsArray()));
        Assert.Equal("/blobServices/default/containers/uploads/", (string?)filter["subjectBeginsWith"]);
        Assert.Null(filter["subjectEndsWith"]);
        Assert.Equal(
            """[{"operatorType":"StringIn","key":"data.blobType","values":["BlockBlob"]},"""
            + """{"operatorType":"NumberLessThan","key":"data.contentLength","value":"[parameters('largestBytes')]"}]""",
            advanced.ToJsonString(Snapshots.AsWritten));
        Assert.Equal(64 * 1024 * 1024, (int)(await templates.EventSubscription)["parameters"]!["largestBytes"]!["defaultValue"]!);
    }

    [Fact]
    public async Task Calls_the_function_that_receives_uploads()
    {
        var address = (string)(await SubscriptionAsync())["destination"]!["properties"]!["endpointUrl"]!;

        Assert.Contains("/runtime/webhooks/blobs?functionName=Host.Functions.PhotoUploaded'", address, StringComparison.Ordinal);
        Assert.Contains(".systemKeys.blobs_extension", address, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Repository.Root, "src", "Functions", "PhotoUploaded", "function.json")));
    }

    [Fact]
    public async Task Keeps_what_could_not_be_delivered_as_the_topics_own_identity()
    {
        var subscription = await SubscriptionAsync();
        var dead = subscription["deadLetterWithResourceIdentity"]!;

        Assert.Equal("SystemAssigned", (string?)dead["identity"]!["type"]);
        Assert.Equal("deadletter", (string?)dead["deadLetterDestination"]!["properties"]!["blobContainerName"]);
        Assert.Equal(1440, (int)subscription["retryPolicy"]!["eventTimeToLiveInMinutes"]!);
    }

    private async Task<JsonNode> SubscriptionAsync() =>
        Assert.Single(CompiledTemplates.Resources(await templates.EventSubscription))["properties"]!;
}
