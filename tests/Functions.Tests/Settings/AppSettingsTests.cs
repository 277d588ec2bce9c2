using Microsoft.Extensions.Configuration;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Tests.Settings;

public sealed class AppSettingsTests
{
    private const string Cloud = "DefaultEndpointsProtocol=https;AccountName=college;AccountKey=eA==;EndpointSuffix=core.windows.net";

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "short", "", "")]
    [InlineData(Cloud, "0123456789abcdef0123456789abcdef", "a", "k:b")]
    [InlineData(Cloud, "", "a", "k:b")]
    public void Reads_settings_that_are_complete(string storage, string adminKey, string index, string encryption) =>
        Assert.Equal(adminKey, Read(storage, adminKey, index, encryption).AdminKey);

    [Theory]
    [InlineData("", "key", "a", "k:b", "AzureWebJobsStorage")]
    [InlineData(Cloud, "local-development-admin-key", "a", "k:b", "AdminKey")]
    [InlineData(Cloud, "", "", "k:b", "IndexKey")]
    [InlineData(Cloud, "", "a", "", "EncryptionKeys")]
    public void Names_the_setting_that_is_missing_or_unsafe(string storage, string adminKey, string index, string encryption, string setting)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Read(storage, adminKey, index, encryption));

        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    private static AppSettings Read(string storage, string adminKey, string index, string encryption) => AppSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage,
            ["AdminKey"] = adminKey,
            ["IndexKey"] = index,
            ["EncryptionKeys"] = encryption,
        }).Build());
}
