namespace PhotoFunctions.Functions.Storage;

/// <summary>Sees to it that tables and containers exist before a door opens.</summary>
internal sealed class StorageFilter(StorageAccount storage) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        await storage.EnsureCreatedAsync(context.HttpContext.RequestAborted);
        return await next(context);
    }
}
