using System.Text.Json;

namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>The faults as people type them: kebab-case.</summary>
internal static class FaultNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<PortraitFault>().Select(Of)];

    public static string Of(PortraitFault fault) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{fault}");

    public static PortraitFault Parse(string name) => Enum.GetValues<PortraitFault>().First(fault => Of(fault) == name);
}
