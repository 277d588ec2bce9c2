namespace PhotoFunctions.Functions.Tests.Settings;

public sealed class StorageSettingsTests
{
    [Fact]
    public void Knows_the_emulator_by_its_connection()
    {
        Assert.True(TestSettings.Local().App.IsLocalStorage);
        Assert.False(TestSettings.Live().App.IsLocalStorage);
    }

    [Fact]
    public void Finds_the_services_of_an_account_by_its_name()
    {
        var storage = TestSettings.Live(
            ("AzureWebJobsStorage", null), ("AzureWebJobsStorage:accountName", "college1"), ("AzureWebJobsStorage:clientId", "c")).App.Storage;

        Assert.Null(storage.Connection);
        Assert.Equal("https://college1.blob.core.windows.net/", storage.Blobs.AbsoluteUri);
        Assert.Equal("https://college1.queue.core.windows.net/", storage.Queues.AbsoluteUri);
        Assert.Equal("https://college1.table.core.windows.net/", storage.Tables.AbsoluteUri);
        Assert.Equal("c", storage.IdentityClientId);
    }

    [Fact]
    public void Takes_the_addresses_of_another_cloud()
    {
        var settings = TestSettings.Live(
            ("AzureWebJobsStorage", null),
            ("AzureWebJobsStorage:blobServiceUri", "https://college.blob.core.chinacloudapi.cn"),
            ("AzureWebJobsStorage:queueServiceUri", "https://college.queue.core.chinacloudapi.cn"),
            ("AzureWebJobsStorage:tableServiceUri", "https://college.table.core.chinacloudapi.cn"));

        Assert.Empty(settings.Problems);
        Assert.Equal("https://college.table.core.chinacloudapi.cn/", settings.App.Storage.Tables.AbsoluteUri);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "")]
    [InlineData("AzureWebJobsStorage", "college")]
    [InlineData("AzureWebJobsStorage", "AccountName=college;AccountKey=?")]
    [InlineData("AzureWebJobsStorage__accountName", "https://college.blob.core.windows.net")]
    [InlineData("AzureWebJobsStorage__tableServiceUri", "")]
    [InlineData("AzureWebJobsStorage__tableServiceUri", "http://college.table.core.windows.net")]
    public void Names_what_is_missing_or_wrong(string setting, string value)
    {
        (string, string?)[] others = setting.Contains("Uri", StringComparison.Ordinal)
            ? [("AzureWebJobsStorage:blobServiceUri", "https://c.blob.core.windows.net"), ("AzureWebJobsStorage:queueServiceUri", "https://c.queue.core.windows.net")]
            : [];

        var settings = TestSettings.Live(
            [("AzureWebJobsStorage", null), .. others, (setting.Replace("__", ":", StringComparison.Ordinal), value)]);

        Assert.Equal(setting, settings.Refused());
    }
}
