using PhotoFunctions.LocalHost;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

/// <summary>One host for the tests of plain forwarding; each test tells its calls by their paths.</summary>
public sealed class ForwardingFixture(SharedStorage storage) : IAsyncLifetime
{
    /// <summary><c>/api/stream</c> answers its second half when <c>/api/finish</c> is called.</summary>
    internal const string Respond =
        """
        if (request.url.startsWith('/api/status/')) {
          response.writeHead(Number(request.url.slice(12)), 'As Said',
            { 'Set-Cookie': ['a=1; Path=/', 'b=2'], 'Location': '/elsewhere', 'X-Answer': 'yes' });
          return response.end(request.method);
        }
        if (request.url === '/api/stream') { global.streaming = response; return response.write('first '); }
        if (request.url === '/api/finish') global.streaming.end('last');
        response.setHeader('Content-Type', 'text/plain').end(body);
        """;

    internal NodeApp App { get; } = new NodeApp(Respond).With("Everything", NodeApp.HttpFunction).With(
        "Narrow",
        """
        {"bindings":[
        {"type":"httpTrigger","direction":"in","name":"request","authLevel":"anonymous","route":"narrow/{id:int}","methods":["get"]},
        {"type":"http","direction":"out","name":"response"}]}
        """);

    internal HostSession Session { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        Session = await HostSession.StartAsync(App.Options(await storage.ConnectAsync(cancel)), TimeProvider.System, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        App.Dispose();
    }
}
