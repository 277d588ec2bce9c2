using System.Globalization;

namespace PhotoFunctions.LocalHost.Handlers;

/// <summary>What a handler process is told by its environment.</summary>
internal static class HandlerEnvironment
{
    private const string HeapLimit = "MALLOC_ARENA_MAX";
    private const string Heaps = "2";

    public static Dictionary<string, string> Create(string appRoot, int port, IReadOnlyDictionary<string, string> settings)
    {
        var environment = new Dictionary<string, string>(settings);
        environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString();
        environment["FUNCTIONS_APP_ROOT_PATH"] = appRoot;

        // The C library gives threads heaps of their own, and each keeps the memory of the photos that it saw. Only the start of a process
        // can change that. The real host leaves it to the app's settings: infra/README.md.
        if (Environment.GetEnvironmentVariable(HeapLimit) is null)
        {
            environment.TryAdd(HeapLimit, Heaps);
        }

        return environment;
    }
}
