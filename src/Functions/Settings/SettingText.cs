using System.Globalization;

namespace PhotoFunctions.Functions.Settings;

/// <summary>Reads single settings; what is wrong with one is told with its name and without its value.</summary>
internal static class SettingText
{
    public static string? Find(IConfiguration configuration, string name) =>
        string.IsNullOrWhiteSpace(configuration[name]) ? null : configuration[name]!.Trim();

    public static string Required(IConfiguration configuration, string name) =>
        Find(configuration, name) ?? throw new InvalidOperationException($"Expected the setting {name} but it is missing.");

    public static int? Number(IConfiguration configuration, string name, int largest) =>
        Find(configuration, name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= largest ? number
        : throw new InvalidOperationException($"Expected a whole number from 1 to {largest} for {name} but received another text.");

    public static TChoice Choice<TChoice>(IConfiguration configuration, string name, TChoice otherwise)
        where TChoice : struct, Enum =>
        Find(configuration, name) is not { } text ? otherwise
        : Array.Find(Enum.GetNames<TChoice>(), choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<TChoice>(known)
            : throw new InvalidOperationException(
                $"Expected one of {string.Join(", ", Enum.GetNames<TChoice>())} for {name} but received another text.");
}
