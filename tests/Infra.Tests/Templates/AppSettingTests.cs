using System.Text.RegularExpressions;

namespace PhotoFunctions.Infra.Tests.Templates;

public sealed partial class AppSettingTests
{
    // Flex Consumption takes none of these: it says the same by functionAppConfig, or has no use for it.
    private static readonly string[] RefusedByFlex =
    [
        "ENABLE_ORYX_BUILD", "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_MAX_HTTP_CONCURRENCY", "FUNCTIONS_WORKER_PROCESS_COUNT",
        "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_WORKER_RUNTIME_VERSION", "SCM_DO_BUILD_DURING_DEPLOYMENT",
        "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", "WEBSITE_CONTENTOVERVNET", "WEBSITE_CONTENTSHARE", "WEBSITE_DNS_SERVER",
        "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT", "WEBSITE_NODE_DEFAULT_VERSION", "WEBSITE_RUN_FROM_PACKAGE",
        "WEBSITE_SKIP_CONTENTSHARE_VALIDATION", "WEBSITE_TIME_ZONE", "WEBSITE_VNET_ROUTE_ALL",
    ];

    public static TheoryData<string> Names => Snapshots.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Sets_only_what_the_documents_name(string name) =>
        Assert.Empty(AppSettings.Of(name).Keys.Except(Documented("docs", "operations.md").Concat(Documented("infra", "README.md"))));

    [Theory]
    [InlineData("main")]
    [InlineData("dev")]
    [InlineData("production")]
    public void Sets_nothing_that_Flex_Consumption_refuses(string name) =>
        Assert.Empty(AppSettings.Of(name).Keys.Intersect(RefusedByFlex));

    [Theory]
    [MemberData(nameof(Names))]
    public void Opens_the_storage_as_the_apps_identity(string name)
    {
        var settings = AppSettings.Of(name);

        Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
        Assert.Contains("/id-photos-", settings["AzureWebJobsStorage__clientId"], StringComparison.Ordinal);
        Assert.DoesNotContain("AzureWebJobsStorage", settings.Keys);
        Assert.All(
            new[] { "blob", "queue", "table" },
            service => Assert.EndsWith(
                $".primaryEndpoints.{service}]", settings[$"AzureWebJobsStorage__{service}ServiceUri"], StringComparison.Ordinal));
    }

    [Fact]
    public void Tells_the_platform_of_Azure_China_what_Flex_Consumption_is_told_otherwise()
    {
        var settings = AppSettings.Of("china");

        Assert.Equal(("~4", "custom"), (settings["FUNCTIONS_EXTENSION_VERSION"], settings["FUNCTIONS_WORKER_RUNTIME"]));
        Assert.Contains("packages", settings["WEBSITE_RUN_FROM_PACKAGE"], StringComparison.Ordinal);
        Assert.Equal("smtp", settings["MailProvider"]);
        Assert.DoesNotContain("AcsEndpoint", settings.Keys);
    }

    [Fact]
    public async Task Offers_no_more_mails_than_an_Azure_managed_domain_takes()
    {
        using var copy = new Scratch();
        Repository.Copy(Repository.Infra, copy.Folder);
        var environment = new Dictionary<string, string>(Snapshots.Environments["main"]) { ["MAIL_PROVIDER"] = "acs" };

        var run = await Snapshots.RunAsync(Path.Combine(copy.Folder, "main.bicepparam"), "overwrite", environment);

        Assert.True(run.ExitCode == 0, run.All);
        var made = File.ReadAllText(Path.Combine(copy.Folder, "main.snapshot.json"));
        Assert.Contains("\"MailPerMinute\": \"5\"", made, StringComparison.Ordinal);
        Assert.Contains("\"MailPerHour\": \"10\"", made, StringComparison.Ordinal);
        Assert.DoesNotContain("MailPerHour", AppSettings.Of("production").Keys);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sets_what_the_C_library_reads_before_the_app_starts(string name) =>
        Assert.Equal("2", AppSettings.Of(name)["MALLOC_ARENA_MAX"]);

    // Names of settings stand in the first column of tables, as code.
    private static IEnumerable<string> Documented(params string[] path) =>
        from Match row in FirstColumn().Matches(Repository.Read(path))
        from Match name in Code().Matches(row.Value)
        select name.Groups[1].Value;

    [GeneratedRegex(@"^\| [^|]* \|", RegexOptions.Multiline)]
    private static partial Regex FirstColumn();

    [GeneratedRegex("`([A-Za-z_]+)`")]
    private static partial Regex Code();
}
