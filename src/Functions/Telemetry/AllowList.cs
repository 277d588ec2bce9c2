using System.Collections.Frozen;
using System.Reflection;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>
/// All that may leave the app as telemetry. What is not named here is dropped before an exporter sees it: a new tag or parameter is added
/// here by somebody who thinks about it (docs/decisions/0029).
/// </summary>
internal static class AllowList
{
    /// <summary>The tags of spans.</summary>
    public static readonly FrozenSet<string> SpanTags = new[]
    {
        Tags.Method, Tags.Route, Tags.Status, Tags.ErrorType, Tags.Invocation, Tags.Door, Tags.Outcome, Tags.Codes, Tags.Code, Tags.Stage,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The tags of the one event that spans have: that something was thrown.</summary>
    public static readonly FrozenSet<string> EventTags =
        new[] { Tags.ExceptionType, Tags.ExceptionStack }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The parameters of the app's own log lines. Codes, counts, student numbers; nothing that a person typed.</summary>
    public static readonly FrozenSet<string> LogParameters = new[]
    {
        "Outcome", "StudentNumber", "Codes", "Count", "Offered", "Repaired", "Cohort", "Reason", "Day", "Lines", "Root", "Rows", "Now", "Offset",
        "Subject", "FellDue", "Sent", "Failed", "Unsure", "Dropped", "Waiting", "Key", "Deleted", "Exporter",
        "Part", "Parts", "State", "What", "Error", "Meaning",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The metrics and their tags: the app's own, and of the runtime's what tells memory and load.</summary>
    public static readonly FrozenDictionary<string, string[]> Instruments = new Dictionary<string, string[]>
    {
        ["photofunctions.photos"] = ["outcome", "code"],
        ["photofunctions.photo.wait"] = [],
        ["photofunctions.photo.stage.duration"] = ["stage"],
        ["photofunctions.inbox.age"] = [],
        ["photofunctions.mails"] = ["outcome", "kind", "provider"],
        ["photofunctions.reconciled"] = [],
        ["photofunctions.storage.calls"] = ["service", "status"],
        ["photofunctions.requests"] = ["route", "method", "status"],
        ["dotnet.process.memory.working_set"] = [],
        ["dotnet.process.cpu.time"] = ["cpu.mode"],
        ["dotnet.gc.collections"] = ["gc.heap.generation"],
        ["dotnet.gc.last_collection.heap.size"] = ["gc.heap.generation"],
        ["dotnet.gc.last_collection.memory.committed_size"] = [],
        ["dotnet.gc.pause.time"] = [],
        ["dotnet.thread_pool.thread.count"] = [],
        ["dotnet.thread_pool.queue.length"] = [],
        ["dotnet.exceptions"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Lazy<FrozenSet<string>> Known = new(() => typeof(AllowList).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.Message)
        .OfType<string>()
        .ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The sentences of the app's log lines, which stand in its code. Any other text may hold anything.</summary>
    public static FrozenSet<string> LogTemplates => Known.Value;
}
