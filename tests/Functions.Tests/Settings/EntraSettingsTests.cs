namespace PhotoFunctions.Functions.Tests.Settings;

public sealed class EntraSettingsTests
{
    private const string Tenant = "11111111-1111-1111-1111-111111111111";

    [Theory]
    [InlineData(null, "https://login.microsoftonline.com/")]
    [InlineData("https://login.partner.microsoftonline.cn", "https://login.partner.microsoftonline.cn/")]
    public void Asks_the_cloud_of_the_tenant(string? instance, string expected) => Assert.Equal(
        $"{expected}{Tenant}/v2.0",
        TestSettings.Local(("EntraTenantId", Tenant), ("EntraAudience", "a"), ("EntraInstance", instance)).Entra.Authority);

    [Theory]
    [InlineData($"EntraTenantId={Tenant}", "EntraAudience")]
    [InlineData("EntraTenantId=https://login.example;EntraAudience=a", "EntraTenantId")]
    [InlineData("EntraClientSecret=hidden", "EntraTenantId")]
    [InlineData($"EntraTenantId={Tenant};EntraAudience=a;EntraInstance=http://login.example/", "EntraInstance")]
    public void Names_what_is_missing_or_wrong(string settings, string setting) =>
        Assert.Equal(setting, TestSettings.Local(TestSettings.Parse(settings)).Refused());
}
