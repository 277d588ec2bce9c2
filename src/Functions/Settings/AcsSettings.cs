namespace PhotoFunctions.Functions.Settings;

/// <summary>The resource of Azure Communication Services.</summary>
internal sealed record AcsSettings
{
    private const string Example = "https://college.communication.azure.com";

    /// <summary>Its address, such as <c>https://college.communication.azure.com</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>One of its two keys; null when the app's identity opens it.</summary>
    public byte[]? AccessKey { get; init; }

    public static AcsSettings Read(SettingReader reader)
    {
        _ = reader.Required("AcsEndpoint", Example);
        return new AcsSettings
        {
            // On this machine a stand-in may listen without a certificate.
            Endpoint = reader.Parsed(
                "AcsEndpoint",
                text => Uri.TryCreate(text, UriKind.Absolute, out var address)
                    && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
                    ? address
                    : null,
                "an https address",
                Example) ?? new Uri(Example),
            AccessKey = reader.Parsed("AcsAccessKey", Decoded, "base64", "one of the resource's two keys"),
        };
    }

    private static byte[]? Decoded(string key)
    {
        var bytes = new byte[key.Length];
        return Convert.TryFromBase64String(key, bytes, out var length) && length > 0 ? bytes[..length] : null;
    }
}
