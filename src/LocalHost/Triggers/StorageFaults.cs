using Azure;

namespace PhotoFunctions.LocalHost.Triggers;

internal static class StorageFaults
{
    /// <summary>Storage that is away or refuses, after the client's own retries: tried again later, the loop goes on.</summary>
    public static bool Is(Exception exception) =>
        exception is RequestFailedException or IOException
            or AggregateException { InnerException: RequestFailedException or IOException or HttpRequestException };
}
