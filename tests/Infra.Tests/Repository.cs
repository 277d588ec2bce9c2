using System.Reflection;

namespace PhotoFunctions.Infra.Tests;

/// <summary>The files that are tested.</summary>
internal static class Repository
{
    public static string Root => Metadata("RepositoryRoot");

    public static string Infra => Path.Combine(Root, "infra");

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    public static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;

    /// <summary>Copies a folder with all that is below it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
