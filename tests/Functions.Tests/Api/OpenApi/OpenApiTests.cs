using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Tests.Api.Access;

namespace PhotoFunctions.Functions.Tests.Api.OpenApi;

public sealed partial class OpenApiTests(EmulatorFixture emulator)
{
    private const string Refresh = "UPDATE_OPENAPI=1 dotnet test tests/Functions.Tests --filter FullyQualifiedName~OpenApiTests";
    private static readonly string Docs = Path.Combine(RepositoryRoot(), "docs");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_the_document_that_is_checked_in()
    {
        var text = await ReadAsync();
        var path = Path.Combine(Docs, "openapi.json");
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(path, text, Token);
        }

        Assert.True(
            text == await File.ReadAllTextAsync(path, Token), $"docs/openapi.json is not what the code says. To refresh it: {Refresh}");
    }

    [Fact]
    public async Task Describes_every_endpoint_of_the_api_and_no_other()
    {
        using var app = new FunctionApp(emulator);
        var doors = Endpoints.Of(app)
            .Where(door => door.Pattern.StartsWith("/api/", StringComparison.Ordinal))
            .Where(door => door.Pattern != "/api/openapi.json" && door.Method != "HEAD")
            .Where(door => !door.Metadata.OfType<IExcludeFromDescriptionMetadata>().Any())
            .Select(door => door.ToString());

        Assert.Equal(
            doors.Order(StringComparer.Ordinal),
            (await OperationsAsync()).Select(operation => operation.Address).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Says_of_every_operation_what_it_is_what_it_answers_and_how_it_refuses()
    {
        var operations = await OperationsAsync();

        Assert.Distinct(operations.Select(operation => operation.Of.GetProperty("operationId").GetString()));
        Assert.All(operations, operation =>
        {
            Assert.True(operation.Of.TryGetProperty("summary", out _), operation.Address);
            Assert.EndsWith(".", operation.Of.GetProperty("summary").GetString(), StringComparison.Ordinal);
            Assert.NotEqual("PhotoFunctions", Assert.Single(operation.Of.GetProperty("tags").EnumerateArray()).GetString());
            var responses = operation.Of.GetProperty("responses");
            Assert.Contains(responses.EnumerateObject(), response =>
                response.Name == "204" || (response.Name == "200" && response.Value.TryGetProperty("content", out _)));
            var isOpen = operation.Of.GetProperty("security").GetArrayLength() == 0;
            Assert.Equal(
                isOpen, operation.Address is "GET /api/health" or "GET /api/session" || operation.Address.Contains(" /api/student/", StringComparison.Ordinal));
            Assert.NotEqual(isOpen, responses.TryGetProperty("401", out _));
            Assert.NotEqual(isOpen, operation.Of.TryGetProperty("x-roles", out _));
        });
    }

    [Fact]
    public async Task Gives_every_body_an_example_and_every_parameter_a_schema()
    {
        foreach (var (address, operation) in await OperationsAsync())
        {
            foreach (var content in Contents(operation).Where(content => content.Name.EndsWith("json", StringComparison.Ordinal)))
            {
                Assert.True(content.Value.TryGetProperty("example", out var example) && example.ValueKind != JsonValueKind.Null, address);
            }

            if (operation.TryGetProperty("parameters", out var parameters))
            {
                Assert.All(parameters.EnumerateArray(), parameter => Assert.True(parameter.TryGetProperty("schema", out _), address));
            }
        }
    }

    [Fact]
    public async Task Names_only_codes_that_exist()
    {
        var known = typeof(FailureCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet();
        foreach (var (_, operation) in await OperationsAsync())
        {
            foreach (var refusal in operation.GetProperty("responses").EnumerateObject().Where(response => response.Name[0] == '4'))
            {
                Assert.Subset(known, refusal.Value.GetProperty("$ref").GetString()!.Split('/')[^1].Split('.').ToHashSet());
            }
        }
    }

    [Fact]
    public async Task Has_every_operation_in_the_document_for_people()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Docs, "api.md"), Token);
        var mentioned = Mention().Matches(document)
            .Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value.Split('?')[0]}")
            .ToList();

        Assert.DoesNotContain(
            (await OperationsAsync()).Select(operation => operation.Address),
            address => !mentioned.Any(mention => IsShortFor(mention, address)));
    }

    [Fact]
    public async Task Is_open_to_all_and_holds_no_addresses_of_this_machine()
    {
        var text = await ReadAsync();

        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("localhost", text, StringComparison.Ordinal);
        Assert.StartsWith("{\n  \"openapi\": \"3.1", text, StringComparison.Ordinal);
    }

    // The document for people shortens addresses: "…/photo/approve", and "…/refuse" beside it.
    private static bool IsShortFor(string mention, string address)
    {
        var (method, path) = (address.Split(' ')[0], address.Split(' ')[1]["/api".Length..]);
        var (said, place) = (mention.Split(' ')[0], mention.Split(' ')[1]);
        return (said.Length == 0 || said == method)
            && (place[0] == '…' ? path.EndsWith(place[1..], StringComparison.Ordinal) : path == place);
    }

    private static IEnumerable<JsonProperty> Contents(JsonElement operation)
    {
        IEnumerable<JsonElement> bodies = operation.GetProperty("responses").EnumerateObject().Select(response => response.Value);
        bodies = operation.TryGetProperty("requestBody", out var body) ? bodies.Append(body) : bodies;
        return bodies.SelectMany(one => one.TryGetProperty("content", out var content) ? content.EnumerateObject().ToList() : []);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PhotoFunctions.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Expected PhotoFunctions.sln above the tests but found none.");
        }

        return folder.FullName;
    }

    private async Task<string> ReadAsync()
    {
        using var app = new FunctionApp(emulator);
        using var client = app.CreateClient();
        using var response = await client.GetAsync(new Uri("/api/openapi.json", UriKind.Relative), Token);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return await response.Content.ReadAsStringAsync(Token);
    }

    private async Task<List<(string Address, JsonElement Of)>> OperationsAsync() =>
    [
        .. JsonSerializer.Deserialize<JsonElement>(await ReadAsync()).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject()
                .Select(operation => ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value))),
    ];

    [GeneratedRegex("`(?:(GET|PUT|POST|DELETE) )?([/…][^` ]*)`")]
    private static partial Regex Mention();
}
