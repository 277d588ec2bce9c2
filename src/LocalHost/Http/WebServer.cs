using System.Net;
using System.Text;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Http;

/// <summary>The host's own HTTP server: loopback only, and deaf to every ASPNETCORE_ variable around it.</summary>
internal static class WebServer
{
    public static async Task<WebApplication> StartAsync(
        int port, AppManifest app, Forwarder forwarder, AdminDoor admin, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(loggers);
        builder.Services.AddLogging();
        builder.Services.AddRouting();
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = Forwarder.MaxBodyBytes;

            // Header bytes pass through as they are, whatever their encoding.
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
        });

        var server = builder.Build();
        server.UseRouting();
        server.Use(HttpDoor.HideMethodNotAllowed);
        server.MapGet("/", context => context.Response.WriteAsync("The local Functions host is up and running.\n", context.RequestAborted));
        admin.Map(server);
        HttpDoor.Map(server, app, forwarder);
        try
        {
            await server.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }
}
