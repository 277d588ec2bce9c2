using System.Text.Json;
using System.Text.Json.Nodes;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.EndToEnd.Tests.LocalHost;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>The bodies that a real host sent, about the blobs of the rig.</summary>
internal static class HostCalls
{
    /// <summary>The timer's call.</summary>
    public static string Timer { get; } = Captured.Body("timer.json");

    private static string Blob { get; } = Captured.Body("blob.json");

    private static string Poison { get; } = Captured.Body("queue-poison.json");

    public static string Upload(Uri blob) => With(Blob, ("Uri", blob.AbsoluteUri));

    public static string PoisonMessage(UploadVersion version) =>
        With(Poison, ("ContainerName", "uploads"), ("BlobName", version.BlobName), ("ETag", $"\"{version.ETag}\""));

    // Metadata are JSON in JSON.
    private static string With(string body, params (string Name, string Value)[] metadata)
    {
        var call = JsonNode.Parse(body)!;
        foreach (var (name, value) in metadata)
        {
            call["Metadata"]![name] = JsonSerializer.Serialize(value);
        }

        return call.ToJsonString();
    }
}
