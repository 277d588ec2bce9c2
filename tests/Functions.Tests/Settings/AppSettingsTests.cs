using Microsoft.Extensions.Configuration;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Tests.Settings;

public sealed class AppSettingsTests
{
    private const string Cloud = "DefaultEndpointsProtocol=https;AccountName=college;AccountKey=eA==;EndpointSuffix=core.windows.net";

    private const string Links = "k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

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
    [InlineData(Cloud, "", "a", "k:b", "LinkKeys", "")]
    [InlineData(Cloud, "", "a", "k:b", "LinkKeys", "k1:AAAA")]
    [InlineData("UseDevelopmentStorage=true", "", "", "", "LinkKeys", "k1:AAAA")]
    public void Names_the_setting_that_is_missing_or_unsafe(
        string storage, string adminKey, string index, string encryption, string setting, string links = Links)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Read(storage, adminKey, index, encryption, links));

        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "http://127.0.0.1:7071/")]
    [InlineData(null, "photos.azurewebsites.net", "https://photos.azurewebsites.net/")]
    [InlineData(null, "localhost:7071", "http://localhost:7071/")]
    [InlineData(null, "127.0.0.1:40001", "http://127.0.0.1:40001/")]
    [InlineData("https://college.example/photos", "photos.azurewebsites.net", "https://college.example/photos/")]
    [InlineData("http://localhost:8080/", null, "http://localhost:8080/")]
    public void Knows_where_people_reach_the_app(string? set, string? host, string expected) =>
        Assert.Equal(expected, Read("UseDevelopmentStorage=true", "", "", "", "", set, host).PublicAddress.AbsoluteUri);

    [Theory]
    [InlineData("college.example")]
    [InlineData("http://college.example/")]
    [InlineData("ftp://college.example/")]
    [InlineData("https://somebody@college.example/")]
    [InlineData("https://college.example/?a=b")]
    [InlineData("https://college.example/#a")]
    [InlineData("/photos")]
    public void Refuses_an_address_that_no_mail_should_hold(string set) => Assert.Contains(
        "PublicAddress",
        Assert.Throws<InvalidOperationException>(() => Read("UseDevelopmentStorage=true", "", "", "", "", set)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "00:00:00")]
    [InlineData("", "00:00:00")]
    [InlineData("212.01:30:00", "212.01:30:00")]
    [InlineData("-30.00:00:00", "-30.00:00:00")]
    public void Moves_the_clock_on_the_emulator(string? text, string offset) =>
        Assert.Equal(offset, Read("UseDevelopmentStorage=true", "", "", "", clockOffset: text).ClockOffset.ToString());

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2027-06-23")]
    [InlineData("1:30:00:00")]
    [InlineData("36526.00:00:00")]
    [InlineData("-36526.00:00:00")]
    public void Refuses_a_move_of_the_clock_that_is_none_or_leads_too_far(string text) => Assert.Contains(
        "for the setting ClockOffset",
        Assert.Throws<InvalidOperationException>(() => Read("UseDevelopmentStorage=true", "", "", "", clockOffset: text)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Refuses_to_move_the_clock_of_a_real_storage_account()
    {
        Assert.Equal(TimeSpan.Zero, Read(Cloud, "", "a", "k:b", clockOffset: "00:00:00").ClockOffset);

        var refused = Assert.Throws<InvalidOperationException>(() => Read(Cloud, "", "a", "k:b", clockOffset: "1.00:00:00"));

        Assert.Contains("no ClockOffset outside the emulator", refused.Message, StringComparison.Ordinal);
    }

    private static AppSettings Read(
        string storage,
        string adminKey,
        string index,
        string encryption,
        string links = Links,
        string? publicAddress = null,
        string? hostName = null,
        string? clockOffset = null) => AppSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage,
            ["AdminKey"] = adminKey,
            ["IndexKey"] = index,
            ["EncryptionKeys"] = encryption,
            ["LinkKeys"] = links,
            ["PublicAddress"] = publicAddress,
            ["WEBSITE_HOSTNAME"] = hostName,
            ["ClockOffset"] = clockOffset,
        }).Build());
}
