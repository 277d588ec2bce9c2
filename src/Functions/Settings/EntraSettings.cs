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

    public string Authority => $"https://login.microsoftonline.com/{TenantId}/v2.0";

    public static EntraSettings Read(IConfiguration configuration)
    {
        var settings = new EntraSettings
        {
            TenantId = SettingText.Find(configuration, "EntraTenantId") ?? "",
            Audience = SettingText.Find(configuration, "EntraAudience") ?? "",
            ClientSecret = SettingText.Find(configuration, "EntraClientSecret") ?? "",
        };
        return (settings.HasTenant, settings.Audience.Length > 0, settings.ClientSecret.Length > 0) switch
        {
            (true, false, _) => throw new InvalidOperationException(
                "Expected the setting EntraAudience (the app registration's id) beside EntraTenantId but found none."),
            (false, _, true) => throw new InvalidOperationException(
                "Expected the setting EntraTenantId beside EntraClientSecret but found none."),
            _ => settings,
        };
    }
}
