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

        // The framework reads the keys at the start. Nobody needs them there, and a storage account that is out would hold the start up for
        // as long as its client goes on asking: the host would end the process, and begin again.
        services.Remove(services.Single(service =>
            service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace == typeof(IDataProtectionProvider).Namespace + ".Internal"));
        services.AddOptions<KeyManagementOptions>().Configure<StorageAccount, DataKeysSource>((options, storage, keys) =>
        {
            options.XmlRepository = new ProtectionKeyBlobs(storage);
            options.XmlEncryptor = new ProtectionKeyEncryptor(keys);
        });
        return services;
    }
}
