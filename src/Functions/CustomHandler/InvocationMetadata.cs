using System.Text.Json;

namespace PhotoFunctions.Functions.CustomHandler;

/// <summary>The "Metadata" part of an invocation: what woke the function. Strings inside are JSON in JSON.</summary>
internal sealed class InvocationMetadata(JsonElement metadata)
{
    /// <summary>The ETag, without quotes, of the blob that woke the function; null where the host's extension does not say it.</summary>
    public string? BlobETag =>
        metadata.TryGetProperty("Properties", out var properties) && properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty("ETag", out var eTag) && eTag.ValueKind == JsonValueKind.String
            ? eTag.GetString()!.Trim('"')
            : null;

    /// <summary>Reads a text, decoded twice.</summary>
    /// <exception cref="InvalidDataException">The host sent no such text.</exception>
    public string Text(string name)
    {
        if (metadata.TryGetProperty(name, out var outer) && outer.ValueKind == JsonValueKind.String)
        {
            using var inner = JsonDocument.Parse(outer.GetString()!);
            if (inner.RootElement.ValueKind == JsonValueKind.String)
            {
                return inner.RootElement.GetString()!;
            }
        }

        throw new InvalidDataException($"Expected the text {name} in the invocation's metadata but the host sent none.");
    }
}
