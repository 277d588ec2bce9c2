using System.Runtime.Versioning;
using PhotoFunctions.LocalHost;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

/// <summary>Apps in other languages: the host knows a handler by host.json alone.</summary>
public sealed class AnyHandlerTests(SharedStorage storage)
{
    private const string Python =
        """
        import http.server, os, sys
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers['Content-Length'])).decode()
                answer = '|'.join([body, os.getcwd(), *sys.argv[1:]]).encode()
                self.send_response(200)
                self.send_header('Content-Length', str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)
        http.server.HTTPServer(('127.0.0.1', int(os.environ['FUNCTIONS_CUSTOMHANDLER_PORT'])), Handler).serve_forever()
        """;

    private const string Shell =
        """
        #!/bin/sh
        export FROM_SHELL="$1,$2,$3"
        exec node handler.cjs
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static bool HasPython => FindOnPath("python3");

    public static bool HasShell => !OperatingSystem.IsWindows();

    /// <summary>It answers 501 to <c>GET /</c>: any answer counts as ready.</summary>
    [Fact(Skip = "python3 is not on PATH; install Python 3 to run this test.", SkipUnless = nameof(HasPython))]
    public async Task Runs_a_python_handler_in_its_working_directory_with_expanded_arguments_and_takes_any_answer_for_ready()
    {
        using var app = new NodeApp().With("Api", NodeApp.HttpFunction);
        app.Write("python/handler.py", Python);
        app.Write(
            "host.json",
            """
            {"version":"2.0","customHandler":{"enableForwardingHttpRequest":true,
            "description":{"defaultExecutablePath":"python3","workingDirectory":"python",
            "arguments":["handler.py","%GREETING%","%NO_SUCH%"]}}}
            """);
        var options = app.Options(await storage.ConnectAsync(Cancel)) with
        {
            AppSettings = new Dictionary<string, string> { ["GREETING"] = "two words" },
        };
        await using var session = await HostSession.StartAsync(options, TimeProvider.System, Cancel);
        using var client = new HttpClient();

        using var answer = await client.PostAsync(new Uri(session.Address, "/api/x"), new StringContent("你好"), Cancel);

        // Arguments are not quoted: the one with a space arrives as two.
        Assert.Equal($"你好|{Path.Combine(app.Root, "python")}|two|words|%NO_SUCH%", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact(Skip = "A shell script is no executable on Windows.", SkipUnless = nameof(HasShell))]
    [UnsupportedOSPlatform("windows")]
    public async Task Runs_a_shell_script_of_the_app()
    {
        using var app = new NodeApp("response.end(process.env.FROM_SHELL);").With("Api", NodeApp.HttpFunction);
        app.Write("start.sh", Shell.ReplaceLineEndings("\n"));
        File.SetUnixFileMode(Path.Combine(app.Root, "start.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        app.Write(
            "host.json",
            """
            {"version":"2.0","customHandler":{"enableForwardingHttpRequest":true,
            "description":{"defaultExecutablePath":"start.sh","arguments":["a","b c"]}}}
            """);
        await using var session = await HostSession.StartAsync(
            app.Options(await storage.ConnectAsync(Cancel)), TimeProvider.System, Cancel);
        using var client = new HttpClient();

        Assert.Equal("a,b,c", await client.GetStringAsync(new Uri(session.Address, "/api/x"), Cancel));
    }

    [Fact]
    public async Task Gives_the_handler_the_environment_of_the_host_and_three_variables_of_its_own()
    {
        using var app = new NodeApp(
            """
            response.end([process.env.ASPNETCORE_URLS, process.env.FUNCTIONS_APP_ROOT_PATH, process.cwd(),
              process.env.FUNCTIONS_CUSTOMHANDLER_WORKER_ID.length, Number(process.env.FUNCTIONS_CUSTOMHANDLER_PORT) > 0].join(' '));
            """).With("Api", NodeApp.HttpFunction);
        var environment = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = "http://127.0.0.1:9" };
        using var host = await ChildHost.StartAsync(app.Root, environment, Cancel, "--storage", await storage.ConnectAsync(Cancel));
        using var client = new HttpClient();

        Assert.Equal(
            $"http://127.0.0.1:9 {app.Root} {app.Root} 36 true", await client.GetStringAsync(new Uri(host.Address, "/api/x"), Cancel));
    }

    private static bool FindOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
