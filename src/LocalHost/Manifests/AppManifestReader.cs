using System.Text.RegularExpressions;

namespace PhotoFunctions.LocalHost.Manifests;

/// <summary>Reads an app's folder: host.json and the function.json of each folder directly below.</summary>
internal static partial class AppManifestReader
{
    public static AppManifest Read(string appRoot, Func<string, string?> setting)
    {
        var root = Path.GetFullPath(appRoot);
        if (!Directory.Exists(root))
        {
            throw new HostStartException($"There is no folder {root} (--app-root DIR).");
        }

        if (File.Exists(Path.Combine(root, "proxies.json")))
        {
            throw new HostStartException(
                "proxies.json: function proxies are not supported, here or by the current hosts. Remove the file.");
        }

        var host = HostManifestReader.Read(root, setting);
        var functions = Directory.EnumerateDirectories(root)
            .Order(StringComparer.Ordinal)
            .Where(folder => File.Exists(Path.Combine(folder, FunctionManifestReader.File)))
            .Select(folder => ReadFunction(folder, setting))
            .OfType<FunctionManifest>()
            .ToList();
        return new AppManifest { Root = root, Host = host, Functions = functions };
    }

    private static FunctionManifest? ReadFunction(string folder, Func<string, string?> setting)
    {
        var name = Path.GetFileName(folder);
        if (!FunctionName().IsMatch(name) || name.Equals("host", StringComparison.OrdinalIgnoreCase))
        {
            throw new HostStartException(
                $"{name}/{FunctionManifestReader.File}: the folder is the function's name: "
                + "expected a letter, then letters, digits, _ or -, at most 128, and not 'host'.");
        }

        return FunctionManifestReader.Read(folder, name, setting);
    }

    [GeneratedRegex("^[a-z][a-z0-9_\\-]{0,127}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FunctionName();
}
