namespace PhotoFunctions.Functions.Tests;

/// <summary>Invented ID numbers with correct check characters: the two examples of the standard, and more of their kind.</summary>
internal static class TestIds
{
    public const string First = "11010519491231002X";
    public const string Second = "440524188001010014";
    public const string BadChecksum = "110105194912310021";

    /// <summary>Another valid number for every index.</summary>
    public static string Number(int index)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var digits = $"36010319990101{index:D3}"[..17];
        return digits + "10X98765432"[digits.Select((digit, i) => weights[i] * (digit - '0')).Sum() % 11];
    }
}
