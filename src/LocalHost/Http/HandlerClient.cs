using System.Text;

namespace PhotoFunctions.LocalHost.Http;

/// <summary>The client that talks to the handler: it adds and changes nothing on its own.</summary>
internal static class HandlerClient
{
    public static HttpMessageInvoker Create() => new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(10),

        // Shorter than common servers keep an idle connection: a request must not meet one that is just being closed.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(4),
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        UseCookies = false,
        UseProxy = false,
    });
}
