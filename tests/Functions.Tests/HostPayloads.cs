using System.Text.Json;

namespace PhotoFunctions.Functions.Tests;

/// <summary>The requests captured from a real Functions host, and bodies of their form for blobs of the tests.</summary>
internal static class HostPayloads
{
    /// <summary>The raw body of a captured request.</summary>
    public static string Body(string file)
    {
        using var captured = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "HostPayloads", file)));
        return captured.RootElement.GetProperty("body").GetString()!;
    }

    /// <summary>The captured blob invocation with another blob's address in it.</summary>
    public static string BlobInvocation(string address)
    {
        var body = Body("blob.json");
        using var invocation = JsonDocument.Parse(body);
        var captured = invocation.RootElement.GetProperty("Metadata").GetProperty("Uri").GetRawText();
        return body.Replace(captured, JsonSerializer.Serialize(JsonSerializer.Serialize(address)), StringComparison.Ordinal);
    }
}
