namespace PhotoFunctions.Functions.Storage;

/// <summary>Which field a ciphertext belongs to. Not the teaching point: a row moves with its student.</summary>
internal static class SealedFields
{
    // A student who is moving, or was removed, is whole in the row that stays behind.
    private static readonly string[] StudentRows = ["s~", "t~", "r~"];

    /// <summary>A student's field by cohort and number, any other row's by cohort and the row's key, which holds the number.</summary>
    public static string AssociatedData(string partitionKey, string rowKey, string column)
    {
        var cohort = partitionKey.Split('~')[0];
        var row = StudentRows.Any(kind => rowKey.StartsWith(kind, StringComparison.Ordinal)) ? rowKey[2..] : rowKey;
        return $"{cohort}/{row}/{column}";
    }
}
