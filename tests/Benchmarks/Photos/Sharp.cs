using System.Diagnostics;
using System.Reflection;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>The npm package "sharp" on Node: the same libvips, driven from another language. Installed on first use.</summary>
internal static class Sharp
{
    private static readonly string Folder = typeof(Sharp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "ProjectFolder").Value!;

    /// <summary>Its version and that of its libvips; null where Node or the package feed is missing.</summary>
    public static async Task<string?> InstallAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "sharp"))
            && await RunAsync("npm", cancellationToken, "ci", "--ignore-scripts", "--no-progress", "--loglevel=error") is null)
        {
            return null;
        }

        var versions = await RunAsync(
            "node", cancellationToken, "-p", "const { versions } = require('sharp'); `${versions.sharp}, libvips ${versions.vips}`");
        return versions?.Trim();
    }

    public static WorkerProcess Start() => WorkerProcess.Other("node", Path.Combine(Folder, "Photos", "sharp-worker.mjs"));

    private static async Task<string?> RunAsync(string program, CancellationToken cancellationToken, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
