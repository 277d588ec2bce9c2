namespace PhotoFunctions.Infra.Tests.Hooks;

/// <summary>Runs the hooks of a deployment with a stand-in for <c>az</c>, and shows what they asked of it.</summary>
internal sealed class HookRig : IDisposable
{
    private static readonly string[] Harmless =
    [
        "cat", "cp", "dirname", "grep", "mktemp", "openssl", "rm", "sed", "sleep", "stat", "tr", "wc",
    ];

    private readonly Scratch _scratch = new();

    public HookRig()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The hooks are shell scripts.");
        Directory.CreateDirectory(Temporary);
        foreach (var answer in new[] { "calls", "deleted", "names", "visits" })
        {
            Answer(answer);
        }
    }

    /// <summary>What azd tells the hooks; tests take away what they like.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["AZURE_SUBSCRIPTION_ID"] = "the-subscription",
        ["AZURE_RESOURCE_GROUP"] = "rg-photos",
        ["AZURE_KEY_VAULT"] = "kv-photo",
        ["AZURE_FUNCTION_APP"] = "func-photos",
        ["AZURE_FUNCTION_APP_ID"] = "/subscriptions/the-subscription/func-photos",
        ["AZURE_EVENT_TOPIC"] = "evgt-photos",
        ["AZURE_STORAGE_ACCOUNT"] = "stphoto",
        ["APP_ADDRESS"] = "https://func-photos.example/",
        ["APP_PLAN"] = "flex",
    };

    /// <summary>Where the hooks keep what they write in between.</summary>
    public string Temporary => Path.Combine(_scratch.Folder, "tmp");

    public string[] Calls => File.ReadAllLines(InScratch("calls"));

    public void Answer(string name, params string[] lines) => File.WriteAllLines(InScratch(name), lines);

    /// <summary>What went to the vault.</summary>
    public string Secret(string name) => File.ReadAllText(InScratch($"secret-{name}"));

    public string[] Lines(string name) => File.ReadAllLines(InScratch(name));

    /// <summary>Runs a hook of the repository; without some of the programs that it needs, if a test likes.</summary>
    public Task<ToolResult> RunAsync(string hook, params string[] without) => RunInAsync(Repository.Root, hook, without);

    /// <summary>Runs a hook of a copy.</summary>
    public Task<ToolResult> RunInAsync(string root, string hook, params string[] without)
    {
        // Settings of whoever runs the tests must not reach the hooks.
        var environment = new Dictionary<string, string>(Settings)
        {
            ["PATH"] = Programs(without),
            ["STUB"] = _scratch.Folder,
            ["TMPDIR"] = Temporary,
            ["HOOK_TRIES"] = "3",
            ["HOOK_PAUSE"] = "0",
        };
        return Tool.RunAsync(
            "/bin/sh",
            [Path.Combine(root, "infra", "hooks", hook)],
            environment,
            TestContext.Current.CancellationToken,
            inherits: false);
    }

    public void Dispose() => _scratch.Dispose();

    // The stand-ins, and of the machine's programs only those that change nothing elsewhere: a real az is never found.
    private string Programs(string[] without)
    {
        var bin = InScratch("bin");
        if (!Directory.Exists(bin))
        {
            Repository.Copy(Path.Combine(Repository.Root, "tests", "Infra.Tests", "Stubs"), bin);
            foreach (var program in Harmless)
            {
                var found = new[] { "/usr/bin", "/bin" }.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
                Assert.SkipWhen(found is null, $"The machine lacks {program}.");
                File.CreateSymbolicLink(Path.Combine(bin, program), found);
            }
        }

        foreach (var program in without)
        {
            File.Delete(Path.Combine(bin, program));
        }

        return bin;
    }

    private string InScratch(string name) => Path.Combine(_scratch.Folder, name);
}
