namespace PhotoFunctions.Functions.Telemetry;

/// <summary>Puts something around a service that is registered already.</summary>
internal static class Decoration
{
    private static readonly object Inner = new();

    public static IServiceCollection Decorate<T>(this IServiceCollection services, Func<IServiceProvider, T, T> decorate)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T) && !service.IsKeyedService);
        services.Remove(inner);

        // Under a key of its own, the container goes on to make it, and to end it.
        services.Add(
            inner.ImplementationInstance is { } instance ? new ServiceDescriptor(typeof(T), Inner, instance)
            : inner.ImplementationFactory is { } factory ? new ServiceDescriptor(typeof(T), Inner, (all, _) => factory(all), inner.Lifetime)
            : new ServiceDescriptor(typeof(T), Inner, inner.ImplementationType!, inner.Lifetime));
        services.Add(new ServiceDescriptor(typeof(T), all => decorate(all, all.GetRequiredKeyedService<T>(Inner)), inner.Lifetime));
        return services;
    }
}
