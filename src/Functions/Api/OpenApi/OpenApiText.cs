using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace PhotoFunctions.Functions.Api.OpenApi;

/// <summary>
/// The description of the API: what the framework reads from the endpoints' code, and what <see cref="OperationText"/> adds from their
/// metadata. Written once, at the first question: it is open to all, and must not be work for whoever asks often.
/// </summary>
internal sealed class OpenApiText(
    EndpointDataSource endpoints,
    [FromKeyedServices(OpenApiText.Name)] IOpenApiDocumentProvider provider,
    IOptions<JsonOptions> json)
{
    public const string Name = "api";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private Task<string>? _text;

    // Two first questions at once write it twice, and the same.
    public Task<string> WriteAsync()
    {
        if (_text is not { IsFaulted: false, IsCanceled: false })
        {
            _text = ComposeAsync();
        }

        return _text;
    }

    private async Task<string> ComposeAsync()
    {
        var generated = await provider.GetOpenApiDocumentAsync(CancellationToken.None);
        var text = await generated.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
        var document = JsonNode.Parse(text)!.AsObject();
        document["info"] = OpenApiHead.Info();
        document["servers"] = new JsonArray(new JsonObject { ["url"] = "/" });
        var schemas = OpenApiHead.AddComponents(document);
        var responses = new JsonObject();
        foreach (var (address, item) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                OperationText.Complete(operation!.AsObject(), Find(method, address), responses);
            }
        }

        document["components"]!["responses"] = responses;
        new Examples(schemas, json.Value.SerializerOptions).AddTo(document);
        return document.ToJsonString(Readable) + "\n";
    }

    private RouteEndpoint Find(string method, string address) => endpoints.Endpoints.OfType<RouteEndpoint>().Single(endpoint =>
        endpoint.RoutePattern.RawText == address
        && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase));
}
