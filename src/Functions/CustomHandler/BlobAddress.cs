namespace PhotoFunctions.Functions.CustomHandler;

/// <summary>Reads a blob's name from its address. The path tokens of the trigger are greedy and cannot be trusted.</summary>
internal static class BlobAddress
{
    private const string Container = "uploads";

    /// <summary>Strips account and container, and unescapes exactly once.</summary>
    /// <exception cref="InvalidDataException">The address is not one of the inbox container.</exception>
    public static string BlobNameOf(string address)
    {
        // Not through Uri: it would fold "/../" and unescape on its own terms.
        var authority = address.IndexOf("://", StringComparison.Ordinal);
        var path = authority < 0 ? [] : address[(authority + 3)..].Split('/');
        var container = path is [_, Container, ..] ? 1 : path is [_, _, Container, ..] ? 2 : 0;
        return container > 0 && path.Length > container + 1
            ? Uri.UnescapeDataString(string.Join('/', path[(container + 1)..]))
            : throw new InvalidDataException($"Expected the address of a blob in the container {Container} but the host sent another one.");
    }
}
