namespace PhotoFunctions.Functions.Api;

/// <summary>Reads the forms of pages.</summary>
internal static class Forms
{
    /// <summary>
    /// The form of a request; null for a body that is none, or one with too much of something, cut off, or in an encoding that nobody uses.
    /// </summary>
    public static async Task<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(cancellationToken) : null;
        }
        catch (Exception ex) when (ex is InvalidDataException or ArgumentException or NotSupportedException
            or (IOException and not BadHttpRequestException))
        {
            return null;
        }
    }
}
