using System.Globalization;
using System.Text.Json;

namespace PhotoFunctions.TestKit;

/// <summary>A function app of a few lines of Node that keeps no more than counts: for runs of ten thousands of calls.</summary>
public sealed class CountingApp : IDisposable
{
    private const string Handler =
        """
        const http = require('http');
        const arrivals = new Map();
        let calls = 0;
        http.createServer((request, response) => {
          const chunks = [];
          request.on('data', (chunk) => chunks.push(chunk));
          request.on('end', () => {
            if (request.url === '/api/port') return response.end(process.env.FUNCTIONS_CUSTOMHANDLER_PORT);
            if (request.url === '/api/counts') return response.end(JSON.stringify([calls, arrivals.size]));
            if (request.url.startsWith('/api/arrival?'))
              return response.end(String(arrivals.get(decodeURIComponent(request.url.slice(13))) ?? ''));
            if (request.url === '/PhotoUploaded') {
              calls++;
              const address = JSON.parse(JSON.parse(Buffer.concat(chunks)).Metadata.Uri);
              const name = decodeURIComponent(address.split('/').slice(-1)[0]);
              if (!arrivals.has(name)) arrivals.set(name, Date.now());
            }
            response.setHeader('Content-Type', 'application/json').end('{"Outputs":{},"Logs":[],"ReturnValue":null}');
          });
        }).listen(Number(process.env.FUNCTIONS_CUSTOMHANDLER_PORT), '127.0.0.1');
        """;

    public CountingApp(string container)
    {
        Root = Directory.CreateTempSubdirectory("counting-app-").FullName;
        Write("handler.cjs", Handler);
        Write(
            "host.json",
            """
            {"version":"2.0","logging":{"logLevel":{"default":"Warning"}},
            "customHandler":{"description":{"defaultExecutablePath":"node","arguments":["handler.cjs"]},
            "enableForwardingHttpRequest":true,"enableProxyingHttpRequest":true}}
            """);
        Write(
            "Api/function.json",
            """
            {"bindings":[{"type":"httpTrigger","direction":"in","name":"request","authLevel":"anonymous","route":"{*path}"},
            {"type":"http","direction":"out","name":"response"}]}
            """);
        Write(
            "PhotoUploaded/function.json",
            $$"""{"bindings":[{"type":"blobTrigger","direction":"in","name":"photo","path":"{{container}}/{name}"}]}""");
    }

    public string Root { get; }

    /// <summary>Where the handler answers without the host in between.</summary>
    public static async Task<Uri> HandlerAddressAsync(HttpClient client, Uri host, CancellationToken cancellationToken) =>
        new($"http://127.0.0.1:{await client.GetStringAsync(new Uri(host, "/api/port"), cancellationToken)}/");

    /// <returns>How often the blob function was called, and for how many blobs.</returns>
    public static async Task<(int Calls, int Blobs)> CountsAsync(HttpClient client, Uri host, CancellationToken cancellationToken)
    {
        var counts = JsonSerializer.Deserialize<int[]>(await client.GetStringAsync(new Uri(host, "/api/counts"), cancellationToken))!;
        return (counts[0], counts[1]);
    }

    /// <returns>When the blob's content came to the handler; null: not yet.</returns>
    public static async Task<DateTimeOffset?> ArrivalAsync(HttpClient client, Uri host, string name, CancellationToken cancellationToken)
    {
        var text = await client.GetStringAsync(new Uri(host, $"/api/arrival?{Uri.EscapeDataString(name)}"), cancellationToken);
        return text.Length == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
