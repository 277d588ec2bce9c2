using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PhotoFunctions.LocalHost.Processes;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

public sealed class ProcessLifeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ends_with_0_on_sigterm_and_leaves_nothing_running()
    {
        using var app = new NodeApp().With("Api", NodeApp.HttpFunction);
        using var host = await ChildHost.StartAsync(app.Root, Cancel);
        var children = ChildrenOf(host.Process.Id);
        Assert.Equal(3, children.Count);

        UnixSignals.Terminate(host.Process);
        await host.Process.WaitForExitAsync(Cancel);

        Assert.Equal(0, host.Process.ExitCode);
        await Eventually.TrueAsync(() => !children.Any(IsAlive), "no orphans", Cancel);
    }

    [Fact]
    public async Task Leaves_nothing_running_when_it_is_killed()
    {
        using var app = new NodeApp().With("Api", NodeApp.HttpFunction);
        using var host = await ChildHost.StartAsync(app.Root, Cancel);
        var children = ChildrenOf(host.Process.Id);

        host.Process.Kill();

        await Eventually.TrueAsync(() => !children.Any(IsAlive), "no orphans", Cancel);
    }

    [Fact]
    public async Task Ends_with_1_and_leaves_nothing_running_at_the_third_crash()
    {
        using var app = new NodeApp("process.exit(3);").WithTimer("Tick", "* * * * * *");
        using var host = await ChildHost.StartAsync(app.Root, Cancel);
        var children = ChildrenOf(host.Process.Id);

        await host.Process.WaitForExitAsync(Cancel);

        Assert.Equal(1, host.Process.ExitCode);
        Assert.EndsWith("3 times within 30 minutes: the host stops.", host.Output.TrimEnd(), StringComparison.Ordinal);
        await Eventually.TrueAsync(() => !children.Any(IsAlive), "no orphans", Cancel);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--blob-port")]
    [InlineData("--queue-port")]
    [InlineData("--table-port")]
    public async Task Names_a_taken_port_and_the_option_that_moves_it(string option)
    {
        using var app = new NodeApp();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var ports = ChildHost.FreePorts();
        ports[Array.IndexOf(ports, option) + 1] = port;

        var (exitCode, output) = await ChildHost.RunAsync(["start", "--app-root", app.Root, "--in-memory", .. ports], Cancel);

        Assert.Equal(1, exitCode);
        Assert.Contains($"Port {port}, wanted for", output, StringComparison.Ordinal);
        Assert.Contains($"choose another port with {option} N", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_manifest_with_1_and_bad_usage_with_2()
    {
        using var app = new NodeApp().With("Odd", """{"bindings":[]}""");

        var (refused, reason) = await ChildHost.RunAsync(
            ["start", "--app-root", app.Root, "--in-memory", .. ChildHost.FreePorts()], Cancel);
        var (misused, usage) = await ChildHost.RunAsync(["start", "--prot", "1"], Cancel);
        var (helped, help) = await ChildHost.RunAsync(["start", "--help"], Cancel);

        Assert.Equal((1, 2, 0), (refused, misused, helped));
        Assert.Contains("Odd/function.json: bindings", reason, StringComparison.Ordinal);
        Assert.Contains("--prot", usage, StringComparison.Ordinal);
        Assert.Contains("7071", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_an_admin_key_for_the_run_unless_one_is_set()
    {
        using var app = new NodeApp("response.end(process.env.AdminKey);").With("Api", NodeApp.HttpFunction);
        using var generated = await ChildHost.StartAsync(app.Root, Cancel);
        using var given = await ChildHost.StartAsync(app.Root, Cancel, "--setting", "AdminKey=mine");

        Assert.Matches("AdminKey +ph_local_[A-Za-z0-9_-]{32} ", generated.Output);
        Assert.DoesNotContain("ph_local_", given.Output, StringComparison.Ordinal);
    }

    private static List<int> ChildrenOf(int processId) =>
        Directory.GetDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id > 0 && ParentOf(id) == processId)
            .ToList();

    private static int ParentOf(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    // A zombie has ended; whether someone has collected it is not our matter.
    private static bool IsAlive(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
