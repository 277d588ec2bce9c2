namespace PhotoFunctions.LocalHost.Handlers;

/// <summary>What a handler process is told by its environment.</summary>
internal static class HandlerEnvironment
{
    public static Dictionary<string, string> Create(string appRoot, int port, IReadOnlyDictionary<string, string> settings)
    {
        var environment = new Dictionary<string, string>(settings);
        environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString();
        environment["FUNCTIONS_APP_ROOT_PATH"] = appRoot;
        return environment;
    }
}
