using System.Text.RegularExpressions;
using Azure.Storage.Blobs;

namespace PhotoFunctions.Functions.Settings;

/// <summary>
/// The storage account, by the names that the host has for it: <c>AzureWebJobsStorage</c>, or <c>AzureWebJobsStorage__accountName</c>, or
/// the addresses of its three services, for clouds whose addresses are others.
/// </summary>
internal sealed partial record StorageSettings
{
    private const string Name = "AzureWebJobsStorage";
    private const string ExampleAccount = "collegephotos";

    /// <summary>Connection string of the account; null when an identity opens it.</summary>
    public string? Connection { get; private init; }

    /// <summary>Where blobs are, when an identity opens the account.</summary>
    public Uri Blobs { get; private init; } = Address(ExampleAccount, "blob");

    /// <summary>Where queues are, when an identity opens the account.</summary>
    public Uri Queues { get; private init; } = Address(ExampleAccount, "queue");

    /// <summary>Where tables are, when an identity opens the account.</summary>
    public Uri Tables { get; private init; } = Address(ExampleAccount, "table");

    /// <summary>The client id of the app's user-assigned identity; null for the only one there is, or a developer's own.</summary>
    public string? IdentityClientId { get; private init; }

    /// <summary>Whether the account is the emulator on this machine.</summary>
    public bool IsLocal { get; private init; }

    public static StorageSettings Read(SettingReader reader)
    {
        var settings = new StorageSettings { IdentityClientId = reader.Find($"{Name}:clientId") };
        if (reader.Find(Name) is not null)
        {
            var connection = reader.Parsed(
                Name,
                text => IsConnection(text) ? text : null,
                "a storage account's connection string",
                "UseDevelopmentStorage=true");
            return settings with { Connection = connection, IsLocal = connection is not null && IsEmulator(connection) };
        }

        if (reader.Find($"{Name}:accountName") is not null)
        {
            var account = reader.Parsed(
                $"{Name}:accountName",
                text => AccountName().IsMatch(text) ? text : null,
                "a storage account's name, 3 to 24 small letters and digits,",
                ExampleAccount) ?? ExampleAccount;
            return settings with { Blobs = Address(account, "blob"), Queues = Address(account, "queue"), Tables = Address(account, "table") };
        }

        if (reader.Find($"{Name}:blobServiceUri") is not null)
        {
            return settings with { Blobs = Service("blob"), Queues = Service("queue"), Tables = Service("table") };
        }

        reader.Refuse(
            Name, $"expected a connection string, or {Name}__accountName and an identity, but found neither", "UseDevelopmentStorage=true");
        return settings;

        Uri Service(string service)
        {
            var name = $"{Name}:{service}ServiceUri";
            var example = Address(ExampleAccount, service);
            _ = reader.Required(name, example.AbsoluteUri);
            return reader.Parsed(
                name,
                text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Query.Length == 0
                    ? uri
                    : null,
                "an https address without a query",
                example.AbsoluteUri) ?? example;
        }
    }

    private static Uri Address(string account, string service) => new($"https://{account}.{service}.core.windows.net/");

    // The library's own reader; it opens no connection.
    private static bool IsConnection(string text)
    {
        try
        {
            return new BlobServiceClient(text).AccountName.Length > 0;
        }
        catch (Exception ex) when (ex is FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static bool IsEmulator(string connection) =>
        connection.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase)
        || connection.Contains("AccountName=devstoreaccount1", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[a-z0-9]{3,24}$")]
    private static partial Regex AccountName();
}
