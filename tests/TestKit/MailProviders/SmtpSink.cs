using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PhotoFunctions.LocalHost;

namespace PhotoFunctions.TestKit.MailProviders;

/// <summary>
/// A real mail server as a child process (npm <c>smtp-server</c>), which keeps what it took. Recipients with some names make it misbehave:
/// <c>refused@</c> 550, <c>later@</c> 450, <c>hang-up-early@</c> before the content, <c>content-refused@</c> 554 and <c>content-later@</c>
/// 451 after it, <c>hang-up-late@</c> takes the mail and does not say so.
/// </summary>
public sealed partial class SmtpSink : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<SmtpMail> _mails = new();

    private Task _reading = Task.CompletedTask;

    private SmtpSink(Process process) => _process = process;

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>How often each Message-Id, without brackets, was taken: 1, or something is wrong.</summary>
    public IReadOnlyDictionary<string, int> MailsTaken => _taken;

    /// <summary>The mails taken, in their order.</summary>
    public IReadOnlyCollection<SmtpMail> Mails => _mails;

    /// <summary>Starts one.</summary>
    /// <param name="tls"><c>None</c>, <c>StartTls</c> or <c>Implicit</c>; with a certificate that nobody trusts.</param>
    /// <param name="user">Whom it lets in; empty for everybody.</param>
    /// <param name="password">The user's password.</param>
    /// <param name="loseEvery">Takes every so manyth mail without saying so; 0 for none.</param>
    public static async Task<SmtpSink> StartAsync(string tls = "None", string user = "", string password = "", int loseEvery = 0)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "MailProviders", "smtp-sink.cjs"));
        start.ArgumentList.Add(Path.Combine(BuildLayout.RepositoryRoot, "node_modules", "smtp-server"));
        start.ArgumentList.Add(JsonSerializer.Serialize(new { tls, user, password, loseEvery }));
        var sink = new SmtpSink(Process.Start(start)!);
        var first = await sink._process.StandardOutput.ReadLineAsync();
        using var listening = JsonDocument.Parse(first ?? throw new InvalidOperationException("The mail server did not start."));
        sink.Port = listening.RootElement.GetProperty("port").GetInt32();
        sink._reading = sink.ReadAsync();
        return sink;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _reading;
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Keep(line);
        }
    }

    private void Keep(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var content = Encoding.UTF8.GetString(root.GetProperty("content").GetBytesFromBase64());
        _mails.Enqueue(new SmtpMail(
            root.GetProperty("from").GetString()!,
            [.. root.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)],
            root.GetProperty("secure").GetBoolean(),
            root.GetProperty("user").GetString()!,
            content));
        _taken.AddOrUpdate(MessageId().Match(content).Groups[1].Value, 1, (_, count) => count + 1);
    }

    [GeneratedRegex("^Message-Id: *<([^>]+)>", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MessageId();
}
