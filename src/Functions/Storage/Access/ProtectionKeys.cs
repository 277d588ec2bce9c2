using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace PhotoFunctions.Functions.Storage.Access;

/// <summary>Keeps the keys of Data Protection in the storage account, where all instances find them, and encrypted.</summary>
internal static class ProtectionKeys
{
    public static IServiceCollection AddProtectionKeys(this IServiceCollection services)
    {
        // Without a name of its own the app's folder is one: another version elsewhere could not read this one's cookies.
        services.AddDataProtection().SetApplicationName("PhotoFunctions");
        services.AddOptions<KeyManagementOptions>().Configure<StorageAccount, DataKeysSource>((options, storage, keys) =>
        {
            options.XmlRepository = new ProtectionKeyBlobs(storage);
            options.XmlEncryptor = new ProtectionKeyEncryptor(keys);
        });
        return services;
    }
}
