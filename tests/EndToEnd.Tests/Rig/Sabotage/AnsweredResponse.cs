using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace PhotoFunctions.EndToEnd.Tests.Rig.Sabotage;

/// <summary>An answer that the storage did not give, or not in one piece.</summary>
/// <param name="status">The status.</param>
/// <param name="like">Whose headers it has; null for none.</param>
/// <param name="body">The content; null for none.</param>
internal sealed class AnsweredResponse(int status, Response? like, byte[]? body) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => "";

    public override Stream? ContentStream { get; set; } = body is null ? null : new MemoryStream(body);

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return like?.Headers.TryGetValue(name, out value) ?? false;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = null;
        return like?.Headers.TryGetValues(name, out values) ?? false;
    }

    protected override bool ContainsHeader(string name) => like?.Headers.Contains(name) ?? false;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => like?.Headers ?? Enumerable.Empty<HttpHeader>();
}
