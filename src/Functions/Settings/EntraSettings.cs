namespace PhotoFunctions.Functions.Settings;

/// <summary>The college's Entra tenant, whose tokens administrators may bear, and at which they may sign in.</summary>
internal sealed record EntraSettings
{
    /// <summary>The tenant's id; empty: there is none.</summary>
    public string TenantId { get; private init; } = "";

    /// <summary>The id of the app registration.</summary>
    public string Audience { get; private init; } = "";

    /// <summary>With it the app proves to the tenant that it is that app; empty: nobody signs in at the pages there.</summary>
    public string ClientSecret { get; private init; } = "";

    public bool HasTenant => TenantId.Length > 0;

    public bool HasSignIn => HasTenant && ClientSecret.Length > 0;

    /// <summary>Where the tenant's cloud signs people in.</summary>
    public Uri Instance { get; private init; } = new("https://login.microsoftonline.com/");

    public string Authority => $"{Instance}{TenantId}/v2.0";

    public static EntraSettings Read(SettingReader reader)
    {
        var settings = new EntraSettings
        {
            TenantId = reader.Parsed(
                "EntraTenantId",
                text => Uri.CheckHostName(text) == UriHostNameType.Dns ? text : null,
                "the tenant's id or one of its domains",
                Guid.Empty.ToString()) ?? "",
            Audience = reader.Find("EntraAudience") ?? "",
            ClientSecret = reader.Find("EntraClientSecret") ?? "",
        };
        if (settings.HasTenant && settings.Audience.Length == 0)
        {
            reader.Refuse("EntraAudience", "expected the app registration's id beside EntraTenantId but found none", Guid.Empty.ToString());
        }

        if (!settings.HasTenant && settings.ClientSecret.Length > 0)
        {
            reader.Refuse("EntraTenantId", "expected the tenant's id beside EntraClientSecret but found none", Guid.Empty.ToString());
        }

        return settings with
        {
            Instance = reader.Parsed(
                "EntraInstance",
                text => Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? uri : null,
                "an https address",
                "https://login.partner.microsoftonline.cn/") ?? settings.Instance,
        };
    }
}
