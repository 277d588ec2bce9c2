using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using PhotoFunctions.Functions.Telemetry;

namespace PhotoFunctions.Functions.Tests.Telemetry;

public sealed partial class AllowListTests
{
    // Somebody has thought about these: they stay in the app's own log.
    private static readonly string[] KeptBack = [];

    [Fact]
    public void Names_every_parameter_of_the_apps_log_lines_or_says_that_it_stays()
    {
        var parameters = AllowList.LogTemplates.SelectMany(template => Place().Matches(template))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();

        Assert.True(AllowList.LogTemplates.Count >= 13, $"Expected all log lines but found {AllowList.LogTemplates.Count}.");
        Assert.Equal([], parameters.Except(AllowList.LogParameters).Except(KeptBack));
        Assert.Equal([], AllowList.LogParameters.Except(parameters));
    }

    [Fact]
    public void Names_every_tag_that_a_span_may_have()
    {
        var tags = typeof(Tags).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(tags.Order(StringComparer.Ordinal), AllowList.SpanTags.Concat(AllowList.EventTags).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Writes_log_lines_nowhere_but_in_their_own_sentences()
    {
        // A sentence put together where it is written could hold anything; it would be told as the event's name only.
        var loggers = typeof(AllowList).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null);

        Assert.All(loggers, method => Assert.Equal("Log", method.DeclaringType!.Name));
    }

    [GeneratedRegex(@"\{(\w+)")]
    private static partial Regex Place();
}
