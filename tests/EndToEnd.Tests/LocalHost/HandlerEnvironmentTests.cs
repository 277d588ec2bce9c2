using PhotoFunctions.LocalHost.Handlers;

namespace PhotoFunctions.EndToEnd.Tests.LocalHost;

public sealed class HandlerEnvironmentTests
{
    private const string HeapLimit = "MALLOC_ARENA_MAX";

    [Fact]
    public void Limits_the_heaps_of_the_handler_where_nobody_did()
    {
        var environment = HandlerEnvironment.Create("/app", 8080, new Dictionary<string, string>());

        // What this process was given goes to its children by itself.
        if (Environment.GetEnvironmentVariable(HeapLimit) is null)
        {
            Assert.Equal("2", environment[HeapLimit]);
        }
    }

    [Fact]
    public void Leaves_a_limit_of_the_settings_as_it_is() => Assert.Equal(
        "7", HandlerEnvironment.Create("/app", 8080, new Dictionary<string, string> { [HeapLimit] = "7" })[HeapLimit]);

    [Fact]
    public void Leaves_a_limit_of_the_environment_as_it_is()
    {
        var before = Environment.GetEnvironmentVariable(HeapLimit);
        Environment.SetEnvironmentVariable(HeapLimit, "5");
        try
        {
            Assert.DoesNotContain(HeapLimit, HandlerEnvironment.Create("/app", 8080, new Dictionary<string, string>()).Keys);
        }
        finally
        {
            Environment.SetEnvironmentVariable(HeapLimit, before);
        }
    }
}
