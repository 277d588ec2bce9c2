namespace PhotoFunctions.Functions.Settings;

/// <summary>The resource of Azure Communication Services.</summary>
internal sealed record AcsSettings
{
    /// <summary>Its address, such as <c>https://college.communication.azure.com</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>One of its two keys; null when the app's identity opens it.</summary>
    public byte[]? AccessKey { get; init; }

    public static AcsSettings Read(IConfiguration configuration)
    {
        var endpoint = SettingText.Required(configuration, "AcsEndpoint");
        return new AcsSettings
        {
            // On this machine a stand-in may listen without a certificate.
            Endpoint = Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
                ? address
                : throw new InvalidOperationException("Expected an https address for AcsEndpoint but received another text."),
            AccessKey = SettingText.Find(configuration, "AcsAccessKey") is { } key ? Decoded(key) : null,
        };
    }

    private static byte[] Decoded(string key)
    {
        var bytes = new byte[key.Length];
        return Convert.TryFromBase64String(key, bytes, out var length) && length > 0
            ? bytes[..length]
            : throw new InvalidOperationException("Expected base64 for AcsAccessKey but received another text.");
    }
}
