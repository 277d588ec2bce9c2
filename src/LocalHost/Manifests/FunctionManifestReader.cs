using PhotoFunctions.LocalHost.Settings;

namespace PhotoFunctions.LocalHost.Manifests;

/// <summary>Reads one function.json, and refuses what this host would not do like the real one.</summary>
internal static class FunctionManifestReader
{
    public const string File = "function.json";

    private const string Polling = "LogsAndContainerScan";
    private const string EventGrid = "EventGrid";

    /// <returns>Null for a disabled function.</returns>
    public static FunctionManifest? Read(string folder, string name, Func<string, string?> setting)
    {
        var root = ManifestNode.Load(Path.Combine(folder, File), $"{name}/{File}");
        if (root.Has("retry"))
        {
            throw root.Refuse(
                "retry", "not supported: on a blob it multiplies the five attempts, and a timer computes what is due by itself");
        }

        root.AllowOnly("$schema", "generatedBy", "configurationSource", "scriptFile", "entryPoint", "disabled", "bindings");
        if (root.Flag("disabled") is true)
        {
            return null;
        }

        var bindings = root.Items("bindings");
        var triggers = bindings
            .Where(binding => binding.RequiredText("type").EndsWith("Trigger", StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (triggers.Count != 1)
        {
            throw root.Refuse("bindings", $"expected exactly one trigger but received {triggers.Count}");
        }

        var trigger = triggers[0];
        if (trigger.Text("direction") is { } direction && !direction.Equals("in", StringComparison.OrdinalIgnoreCase))
        {
            throw trigger.Refuse("direction", $"expected \"in\" for a trigger but received \"{direction}\"");
        }

        var others = bindings.Where(binding => binding != trigger).ToList();
        return new FunctionManifest { Name = name, Trigger = ReadTrigger(root, trigger, others, name, setting) };
    }

    private static Trigger ReadTrigger(
        ManifestNode root, ManifestNode trigger, List<ManifestNode> others, string functionName, Func<string, string?> setting)
    {
        var type = trigger.RequiredText("type");
        if (type.Equals("httpTrigger", StringComparison.OrdinalIgnoreCase))
        {
            return ReadHttp(root, trigger, others, functionName);
        }

        if (others.Count > 0)
        {
            throw others[0].Refuse(
                "type", $"\"{others[0].Text("type")}\" bindings are not supported beside a {type}: the handler talks to storage itself");
        }

        return type.ToUpperInvariant() switch
        {
            "BLOBTRIGGER" => ReadBlob(trigger, setting),
            "QUEUETRIGGER" => ReadQueue(trigger, setting),
            "TIMERTRIGGER" => TimerTriggerReader.Read(trigger, setting),
            _ => throw trigger.Refuse("type", $"expected httpTrigger, blobTrigger, queueTrigger or timerTrigger but received \"{type}\""),
        };
    }

    private static HttpTrigger ReadHttp(ManifestNode root, ManifestNode trigger, List<ManifestNode> others, string functionName)
    {
        trigger.AllowOnly("type", "direction", "name", "authLevel", "methods", "route", "dataType");
        if (others.Count != 1 || !others[0].RequiredText("type").Equals("http", StringComparison.OrdinalIgnoreCase))
        {
            throw root.Refuse("bindings", "expected exactly one httpTrigger and one http output: only then is a request forwarded");
        }

        var level = trigger.Text("authLevel") ?? "function";
        if (!level.Equals("anonymous", StringComparison.OrdinalIgnoreCase))
        {
            throw trigger.Refuse(
                "authLevel",
                $"expected \"anonymous\" but received \"{level}\" (also the default): "
                + "host keys are not supported here, the app checks its own");
        }

        var route = (trigger.Text("route") ?? functionName).TrimStart('/');
        var first = route.Split('/')[0];
        if (first.StartsWith("admin", StringComparison.OrdinalIgnoreCase)
            || first.StartsWith("runtime", StringComparison.OrdinalIgnoreCase))
        {
            throw trigger.Refuse("route", $"routes that start with admin or runtime belong to the host, but received \"{route}\"");
        }

        return new HttpTrigger
        {
            BindingName = trigger.RequiredText("name"),
            Route = route,
            Methods = trigger.Items("methods").Select(method => method.AsText().ToUpperInvariant()).ToList(),
        };
    }

    private static BlobTrigger ReadBlob(ManifestNode trigger, Func<string, string?> setting)
    {
        var source = trigger.Text("source") ?? Polling;
        var listens = source.Equals(EventGrid, StringComparison.OrdinalIgnoreCase);
        if (!listens && !source.Equals(Polling, StringComparison.OrdinalIgnoreCase))
        {
            throw trigger.Refuse("source", $"expected \"{Polling}\" or \"{EventGrid}\" but received \"{source}\"");
        }

        trigger.AllowOnly("type", "direction", "name", "path", "connection", "dataType", "source");
        var path = Expand(trigger, "path", setting);
        if (!BlobPathPattern.TryParse(path, out var pattern, out var fault))
        {
            throw trigger.Refuse("path", fault.TrimEnd('.'));
        }

        return new BlobTrigger
        {
            BindingName = trigger.RequiredText("name"),
            Path = pattern!,
            ListensToEventGrid = listens,
            ConnectionString = Connection(trigger, setting),
        };
    }

    private static QueueTrigger ReadQueue(ManifestNode trigger, Func<string, string?> setting)
    {
        trigger.AllowOnly("type", "direction", "name", "queueName", "connection", "dataType");
        return new QueueTrigger
        {
            BindingName = trigger.RequiredText("name"),
            QueueName = Expand(trigger, "queueName", setting),
            ConnectionString = Connection(trigger, setting),
        };
    }

    internal static string Expand(ManifestNode trigger, string key, Func<string, string?> setting)
    {
        var (text, missing) = SettingNames.Expand(trigger.RequiredText(key), setting);
        return missing.Count == 0 ? text : throw trigger.Refuse(key, $"there is no app setting {missing[0]}");
    }

    // A connection is named, never written out; the prefix may be left off.
    private static string Connection(ManifestNode trigger, Func<string, string?> setting)
    {
        const string Key = "connection";
        var name = trigger.Text(Key) is { Length: > 0 } given ? given : AppSettings.StorageSetting;
        return setting("AzureWebJobs" + name) ?? setting(name) ?? throw trigger.Refuse(Key, $"there is no app setting {name}");
    }
}
