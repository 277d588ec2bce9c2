namespace PhotoFunctions.LocalHost.Http;

/// <summary>The marks that the host leaves on each request to the handler.</summary>
internal static class HostHeaders
{
    public const string InvocationId = "X-Azure-Functions-InvocationId";
    public const string Version = "X-Azure-Functions-HostVersion";

    /// <summary>The host whose behaviour was observed.</summary>
    public const string VersionValue = "4.1037.0.0";

    public const string UserAgent = "Azure-Functions-Host/" + VersionValue;

    // RFC 9110, 7.6.1: they speak of one connection, so they end here. Expect is answered by this host itself.
    private static readonly HashSet<string> HopByHop = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Expect",
    };

    /// <param name="name">A header's name.</param>
    /// <param name="connection">The message's Connection header: it may name more of its kind.</param>
    public static bool EndsHere(string name, IEnumerable<string?> connection) =>
        HopByHop.Contains(name)
        || connection.Any(value => value is not null && value.Split(',', StringSplitOptions.TrimEntries).Contains(name, StringComparer.OrdinalIgnoreCase));
}
