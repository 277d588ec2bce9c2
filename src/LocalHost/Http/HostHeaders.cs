namespace PhotoFunctions.LocalHost.Http;

/// <summary>The marks that the host leaves on each request to the handler.</summary>
internal static class HostHeaders
{
    public const string InvocationId = "X-Azure-Functions-InvocationId";
    public const string Version = "X-Azure-Functions-HostVersion";

    /// <summary>The host whose behaviour was observed.</summary>
    public const string VersionValue = "4.1037.0.0";

    public const string UserAgent = "Azure-Functions-Host/" + VersionValue;

    // They speak of one connection, so they end here. The headers that Connection names beside them do not: the real host passes
    // them on, and a client that could have them dropped could take away what a gateway in front of the host has added.
    // Expect is answered by this host itself.
    private static readonly HashSet<string> HopByHop = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection",
        "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Expect",
    };

    public static bool EndsHere(string name) => HopByHop.Contains(name);
}
