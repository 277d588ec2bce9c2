using PhotoFunctions.LocalHost;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

public sealed class ManifestTests
{
    private const string Storage = "UseDevelopmentStorage=true";

    [Theory]
    [InlineData("""{"bindings":[{"type":"serviceBusTrigger","name":"m"}]}""", "bindings[0].type", "serviceBusTrigger")]
    [InlineData("""{"bindings":[{"type":"timerTrigger","name":"t"}]}""", "bindings[0].schedule", "missing")]
    [InlineData(
        """{"bindings":[{"type":"timerTrigger","name":"t","schedule":"*/5 * * * *"}]}""", "bindings[0].schedule", "six NCRONTAB fields")]
    [InlineData("""{"bindings":[{"type":"timerTrigger","name":"t","schedule":"0 0 0 L * *"}]}""", "bindings[0].schedule", "0 0 0 L * *")]
    [InlineData(
        """{"bindings":[{"type":"timerTrigger","name":"t","schedule":"%NO_SUCH_SETTING%"}]}""", "bindings[0].schedule", "NO_SUCH_SETTING")]
    [InlineData("""{"retry":{},"bindings":[{"type":"timerTrigger","name":"t","schedule":"0 0 0 * * *"}]}""", "retry", "not supported")]
    [InlineData(
        """{"bindings":[{"type":"blobTrigger","name":"b","path":"c/{n}","source":"Pigeon"}]}""",
        "bindings[0].source", "EventGrid")]
    [InlineData("""{"bindings":[{"type":"blobTrigger","name":"b","path":"{c}/{n}"}]}""", "bindings[0].path", "{c}")]
    [InlineData(
        """{"bindings":[{"type":"blobTrigger","name":"b","path":"c/{n}","connection":"Elsewhere"}]}""",
        "bindings[0].connection", "Elsewhere")]
    [InlineData(
        """{"bindings":[{"type":"queueTrigger","name":"q","queueName":"q","surprise":1}]}""",
        "bindings[0].surprise", "does not understand")]
    [InlineData(
        """{"bindings":[{"type":"queueTrigger","name":"q","queueName":"q"},{"type":"blob","name":"o"}]}""", "bindings[1].type", "blob")]
    [InlineData("""{"bindings":[{"type":"httpTrigger","name":"r"},{"type":"http","name":"o"}]}""", "bindings[0].authLevel", "function")]
    [InlineData(
        """{"bindings":[{"type":"httpTrigger","name":"r","authLevel":"admin"},{"type":"http","name":"o"}]}""",
        "bindings[0].authLevel", "admin")]
    [InlineData(
        """{"bindings":[{"type":"httpTrigger","name":"r","authLevel":"anonymous","route":"admin/x"},{"type":"http","name":"o"}]}""",
        "bindings[0].route", "admin/x")]
    [InlineData(
        """{"bindings":[{"type":"httpTrigger","name":"r","authLevel":"anonymous","route":"Runtime"},{"type":"http","name":"o"}]}""",
        "bindings[0].route",
        "Runtime")]
    [InlineData("""{"bindings":[{"type":"httpTrigger","name":"r","authLevel":"anonymous"}]}""", "bindings", "one http output")]
    [InlineData("""{"bindings":[]}""", "bindings", "exactly one trigger")]
    [InlineData("""{"bindings":""", "not JSON", "")]
    public void Refuses_a_function_it_does_not_understand_by_file_and_key(string manifest, string key, string why)
    {
        using var app = new NodeApp().With("Odd", manifest);

        var refusal = Assert.Throws<HostStartException>(() => Read(app));

        Assert.StartsWith($"Odd/function.json: {key}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"version":"2.0"}""", "host.json: customHandler: missing")]
    [InlineData("""{"version":"2.0","customHandler":{"description":{}}}""", "host.json: customHandler.enableForwardingHttpRequest")]
    [InlineData(
        """
        {"version":"2.0","customHandler":{"enableForwardingHttpRequest":true,
        "description":{"defaultExecutablePath":"no-such-program"}}}
        """,
        "host.json: customHandler.description.defaultExecutablePath")]
    [InlineData("""{"version":"1.0"}""", "host.json: version")]
    public void Refuses_a_host_file_it_does_not_understand_by_key(string manifest, string start)
    {
        using var app = new NodeApp();
        app.Write("host.json", manifest);

        Assert.StartsWith(start, Assert.Throws<HostStartException>(() => Read(app)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_proxies_and_folder_names_that_cannot_be_functions()
    {
        using var app = new NodeApp();
        app.With("2nd", """{"bindings":[]}""");
        Assert.StartsWith("2nd/function.json", Assert.Throws<HostStartException>(() => Read(app)).Message, StringComparison.Ordinal);

        app.Write("proxies.json", "{}");
        Assert.StartsWith("proxies.json", Assert.Throws<HostStartException>(() => Read(app)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_function_folders_one_deep_and_ignores_all_others()
    {
        using var app = new NodeApp().WithTimer("Nightly", "0 0 0 * * *").WithTimer("lib/Deeper", "0 0 0 * * *");
        app.Write("wwwroot/index.html", "");

        Assert.Equal("Nightly", Assert.Single(Read(app).Functions).Name);
    }

    [Fact]
    public void Refuses_a_function_named_host()
    {
        using var app = new NodeApp().WithTimer("Host", "0 0 0 * * *");

        Assert.StartsWith("Host/function.json", Assert.Throws<HostStartException>(() => Read(app)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_an_executable_of_the_app_before_one_on_path()
    {
        using var app = new NodeApp();
        var onPath = Read(app).Host.Executable;
        app.Write("node", "#!/bin/sh");

        Assert.NotEqual(Path.Combine(app.Root, "node"), onPath);
        Assert.True(Path.IsPathRooted(onPath));
        Assert.Equal(Path.Combine(app.Root, "node"), Read(app).Host.Executable);
    }

    [Fact]
    public void Expands_settings_in_arguments_schedules_and_queue_names()
    {
        using var app = new NodeApp().WithQueue("Queued", "%QUEUE%").WithTimer("Timed", "%SCHEDULE%");
        app.Write(
            "host.json",
            """
            {"version":"2.0","customHandler":{"enableForwardingHttpRequest":true,
            "description":{"defaultExecutablePath":"node","arguments":["handler.cjs","--name","%QUEUE%"]}}}
            """);

        var manifest = Read(app, ("QUEUE", "letters"), ("SCHEDULE", "0 */5 * * * *"));

        Assert.Equal("handler.cjs --name letters", manifest.Host.Arguments);
        Assert.Equal("letters", Assert.IsType<QueueTrigger>(manifest.Functions[0].Trigger).QueueName);
        Assert.IsType<TimerTrigger>(manifest.Functions[1].Trigger);
    }

    [Theory]
    [InlineData("uploads/{cohort}/{teachingPoint}/{fileName}", "2024/TP012/class 1/x.jpg", "2024/TP012|class 1|x.jpg")]
    [InlineData("uploads/{name}", "2024/TP012/x.jpg", "2024/TP012/x.jpg")]
    [InlineData("uploads/{name}.{extension}", "a.b.jpg", "a.b|jpg")]
    [InlineData("uploads/in-{name}", "out-x", null)]
    [InlineData("uploads", "anything/at all", "")]
    public void Binds_path_tokens_greedily(string path, string blobName, string? tokens)
    {
        Assert.True(BlobPathPattern.TryParse(path, out var pattern, out _));

        Assert.Equal(tokens, pattern!.Match(blobName) is { } bound ? string.Join('|', bound) : null);
    }

    private static AppManifest Read(NodeApp app, params (string Name, string Value)[] settings) =>
        AppManifestReader.Read(
            app.Root, name => name == "AzureWebJobsStorage" ? Storage : settings.FirstOrDefault(setting => setting.Name == name).Value);
}
