namespace PhotoFunctions.Functions.CustomHandler;

/// <summary>
/// Answers the host, which asks <c>GET /</c> until the process is ready, before anything else is looked at: routes are made at the first
/// request that asks for one, and take half of the start. They are made behind the host's back meanwhile.
/// </summary>
internal static class HostProbe
{
    public static void UseHostProbe(this WebApplication app)
    {
        app.Use((context, next) => context.Request.Path == "/" ? Task.CompletedTask : next(context));

        // Whoever asks for them first makes them; the others wait for it.
        app.Lifetime.ApplicationStarted.Register(() => Task.Run(() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints));
    }
}
