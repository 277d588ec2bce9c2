using System.Text.Json;
using PhotoFunctions.LocalHost;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

/// <summary>A function app of a few lines of Node in a folder of its own, which records what it is asked.</summary>
internal sealed class NodeApp : IDisposable
{
    private const string Handler =
        """
        const fs = require('fs'), http = require('http'), path = require('path');
        global.ok = (response) => response.setHeader('Content-Type', 'application/json').end('{"Outputs":{},"Logs":[],"ReturnValue":null}');
        const respond = require('./respond.cjs');
        http.createServer((request, response) => {
          const chunks = [];
          request.on('data', (chunk) => chunks.push(chunk));
          request.on('end', () => {
            if (request.url === '/') return response.end();
            const body = Buffer.concat(chunks);
            const call = { Pid: process.pid, Method: request.method, Url: request.url, Headers: request.rawHeaders,
              Body: body.length > 100000 ? null : body.toString(), Length: body.length };
            fs.appendFileSync(path.join(process.env.FUNCTIONS_APP_ROOT_PATH, 'calls.jsonl'), JSON.stringify(call) + '\n');
            respond(request, response, body.toString());
          });
        }).listen(Number(process.env.FUNCTIONS_CUSTOMHANDLER_PORT), '127.0.0.1');
        """;

    public const string HttpFunction =
        """
        {"bindings":[{"type":"httpTrigger","direction":"in","name":"request","authLevel":"anonymous","route":"{*path}"},
        {"type":"http","direction":"out","name":"response"}]}
        """;

    /// <param name="respond">The body of a function of (request, response, body); <c>ok(response)</c> succeeds.</param>
    /// <param name="proxying">Whether host.json asks for streaming.</param>
    /// <param name="more">More members of host.json.</param>
    public NodeApp(string respond = "ok(response);", bool proxying = true, string more = "")
    {
        Root = Directory.CreateTempSubdirectory("node-app-").FullName;
        Write("handler.cjs", Handler);
        Write("respond.cjs", $"module.exports = (request, response, body) => {{ {respond} }};");
        Write(
            "host.json",
            $$"""
            {"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"node","arguments":["handler.cjs"]},
            "enableForwardingHttpRequest":true,"enableProxyingHttpRequest":{{(proxying ? "true" : "false")}}}{{more}}}
            """);
    }

    public string Root { get; }

    public IReadOnlyList<RecordedCall> Calls
    {
        get
        {
            var path = Path.Combine(Root, "calls.jsonl");
            if (!File.Exists(path))
            {
                return [];
            }

            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            var text = reader.ReadToEnd();
            return text[..(text.LastIndexOf('\n') + 1)]
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<RecordedCall>(line)!)
                .ToList();
        }
    }

    public NodeApp With(string function, string manifest)
    {
        Write($"{function}/function.json", manifest);
        return this;
    }

    public NodeApp WithBlob(string function, string path) =>
        With(function, $$"""{"bindings":[{"type":"blobTrigger","direction":"in","name":"photo","path":"{{path}}"}]}""");

    public NodeApp WithQueue(string function, string queue) =>
        With(function, $$"""{"bindings":[{"type":"queueTrigger","direction":"in","name":"message","queueName":"{{queue}}"}]}""");

    public NodeApp WithTimer(string function, string schedule) =>
        With(function, $$"""{"bindings":[{"type":"timerTrigger","direction":"in","name":"timer","schedule":"{{schedule}}"}]}""");

    public void Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public int CountCalls(string url) => Calls.Count(call => call.Url == url);

    public HostOptions Options(string storage, TextWriter? log = null) => new()
    {
        AppRoot = Root,
        Port = PhotoFunctions.LocalHost.Processes.LoopbackPorts.FindFree(),
        Storage = storage,
        MasterKey = "the-master-key",
        LogWriter = log ?? TextWriter.Null,
    };

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
