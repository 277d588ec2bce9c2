using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Functions.CustomHandler;

namespace PhotoFunctions.Functions.Tests.CustomHandler;

public sealed class FunctionManifestTests(EmulatorFixture emulator)
{
    [Fact]
    public void Every_manifest_has_a_route_and_every_route_a_manifest()
    {
        using var app = new FunctionApp(emulator);
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<FunctionRoute>()?.Name ?? "(none)")
            .ToHashSet();

        Assert.Equal(Manifests().Keys.Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_blob_function_binds_the_whole_name_and_has_no_retry_of_its_own()
    {
        var binding = Manifests()["PhotoUploaded"].GetProperty("bindings")[0];

        Assert.Equal("uploads/{name}", binding.GetProperty("path").GetString());
        Assert.False(Manifests()["PhotoUploaded"].TryGetProperty("retry", out _));
    }

    private static Dictionary<string, JsonElement> Manifests() =>
        Directory.GetFiles(Path.GetDirectoryName(typeof(FunctionRoute).Assembly.Location)!, "function.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .ToDictionary(file => Path.GetFileName(Path.GetDirectoryName(file)!), file => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file)));
}
