namespace PhotoFunctions.LocalHost.Emulator;

/// <summary>The emulator's addresses, known before it runs.</summary>
internal static class StorageEndpoints
{
    /// <summary>The emulator's published account; it opens nothing but the emulator.</summary>
    public const string Account = "devstoreaccount1";

    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static string ConnectionString(HostOptions options) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{options.BlobPort}/{Account};"
        + $"QueueEndpoint=http://127.0.0.1:{options.QueuePort}/{Account};"
        + $"TableEndpoint=http://127.0.0.1:{options.TablePort}/{Account};";
}
