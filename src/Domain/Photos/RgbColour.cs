using System.Globalization;
using System.Text.Json.Serialization;

namespace PhotoFunctions.Domain.Photos;

/// <summary>A colour of sRGB.</summary>
/// <param name="Red">Red, 0 to 255.</param>
/// <param name="Green">Green, 0 to 255.</param>
/// <param name="Blue">Blue, 0 to 255.</param>
public sealed record RgbColour(
    [property: JsonRequired] byte Red, [property: JsonRequired] byte Green, [property: JsonRequired] byte Blue)
{
    /// <summary>Prints the three numbers as the rules do.</summary>
    /// <returns>For example <c>(67,142,219)</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({Red},{Green},{Blue})");
}
