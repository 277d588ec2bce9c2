namespace PhotoFunctions.Infra.Tests.Templates;

/// <summary>The app settings in a snapshot.</summary>
internal static class AppSettings
{
    public static Dictionary<string, string> Of(string name) =>
        Snapshots.OfType(name, "Microsoft.Web/sites/config").Single()["properties"]!.AsObject()
            .ToDictionary(setting => setting.Key, setting => setting.Value!.ToString());
}
