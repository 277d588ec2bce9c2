using System.Text.Json.Nodes;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

/// <summary>A request as the Node handler of a test saw it.</summary>
internal sealed record RecordedCall
{
    public required int Pid { get; init; }

    public required string Method { get; init; }

    public required string Url { get; init; }

    /// <summary>Name, value, name, value, as they stood on the wire.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    public required string? Body { get; init; }

    public required long Length { get; init; }

    public JsonNode Json => JsonNode.Parse(Body!)!;

    public string[] Header(string name) =>
        Headers.Chunk(2).Where(pair => pair[0].Equals(name, StringComparison.OrdinalIgnoreCase)).Select(pair => pair[1]).ToArray();
}
