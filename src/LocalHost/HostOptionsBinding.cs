using System.CommandLine;
using System.CommandLine.Parsing;
using PhotoFunctions.LocalHost.Settings;

namespace PhotoFunctions.LocalHost;

/// <summary>The options that every command which runs the host has in common.</summary>
internal sealed class HostOptionsBinding
{
    private static readonly HostOptions Defaults = new();

    private readonly Option<string> _appRoot = new("--app-root")
    {
        Description = "The folder of the function app: host.json and one folder a function.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Defaults.AppRoot,
    };

    private readonly Option<int> _port = Port("--port", "The port of the functions, on 127.0.0.1.", Defaults.Port);

    private readonly Option<string?> _storage = new("--storage")
    {
        Description = "A storage account's connection string. Without it the storage emulator is started.",
        HelpName = "CONNECTION",
    };

    private readonly Option<int> _blobPort = Port("--blob-port", "The storage emulator's port for blobs.", Defaults.BlobPort);
    private readonly Option<int> _queuePort = Port("--queue-port", "The storage emulator's port for queues.", Defaults.QueuePort);
    private readonly Option<int> _tablePort = Port("--table-port", "The storage emulator's port for tables.", Defaults.TablePort);

    private readonly Option<string> _data = new("--data")
    {
        Description = "Where the storage emulator keeps its data.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Defaults.DataDirectory,
    };

    private readonly Option<bool> _inMemory = new("--in-memory")
    {
        Description = "The storage emulator keeps nothing: each run starts empty.",
    };

    private readonly Option<string?> _masterKey = new("--master-key")
    {
        Description = "The key of /admin. Without it one is generated.",
        HelpName = "KEY",
    };

    private readonly Option<DateTimeOffset?> _clock = new("--clock")
    {
        Description = $"What the app takes for the time, e.g. {ClockSetting.Example}; it goes on from there. When timers fire, and how long links to "
            + "the storage are good, goes by the real time. On the storage emulator only.",
        HelpName = "TIME",
        CustomParser = Clock,
    };

    private readonly Option<string[]> _settings = new("--setting")
    {
        Description = "An app setting; wins over settings files and environment. May be repeated.",
        HelpName = "NAME=VALUE",
        DefaultValueFactory = _ => [],
    };

    public HostOptionsBinding()
    {
        _settings.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (token.Value.IndexOf('=', StringComparison.Ordinal) <= 0)
                {
                    result.AddError($"--setting: expected NAME=VALUE but received '{token.Value}'.");
                }
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_appRoot);
        command.Options.Add(_port);
        command.Options.Add(_storage);
        command.Options.Add(_blobPort);
        command.Options.Add(_queuePort);
        command.Options.Add(_tablePort);
        command.Options.Add(_data);
        command.Options.Add(_inMemory);
        command.Options.Add(_masterKey);
        command.Options.Add(_clock);
        command.Options.Add(_settings);
    }

    public HostOptions Parse(ParseResult result) => new()
    {
        AppRoot = result.GetRequiredValue(_appRoot),
        Port = result.GetRequiredValue(_port),
        Storage = result.GetValue(_storage),
        BlobPort = result.GetRequiredValue(_blobPort),
        QueuePort = result.GetRequiredValue(_queuePort),
        TablePort = result.GetRequiredValue(_tablePort),
        DataDirectory = result.GetRequiredValue(_data),
        InMemory = result.GetValue(_inMemory),
        MasterKey = result.GetValue(_masterKey),
        Clock = result.GetValue(_clock),
        AppSettings = (result.GetValue(_settings) ?? [])
            .Select(setting => setting.Split('=', 2))
            .GroupBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last()[1], StringComparer.OrdinalIgnoreCase),
    };

    private static DateTimeOffset? Clock(ArgumentResult result)
    {
        if (ClockSetting.TryRead(result.Tokens[0].Value, out var clock))
        {
            return clock;
        }

        result.AddError(
            $"--clock: expected a time with its offset from UTC, such as {ClockSetting.Example}, but received '{result.Tokens[0].Value}'.");
        return null;
    }

    private static Option<int> Port(string name, string description, int port)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => port };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var given) || given is < 1 or > 65535))
            {
                result.AddError($"{name}: expected a port from 1 to 65535 but received '{result.Tokens[0].Value}'.");
            }
        });
        return option;
    }
}
