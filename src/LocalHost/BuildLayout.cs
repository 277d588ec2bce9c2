using System.Reflection;

namespace PhotoFunctions.LocalHost;

/// <summary>Where the build put things, as it wrote into the assembly: the defaults of the app root and of the emulator.</summary>
internal static class BuildLayout
{
    public static string RepositoryRoot { get; } = Read("RepositoryRoot");

    public static string AppRoot { get; } = Read("AppRoot");

    public static string DataDirectory { get; } = Path.Combine(RepositoryRoot, ".azurite");

    private static string Read(string key) =>
        typeof(BuildLayout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
