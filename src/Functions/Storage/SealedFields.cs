namespace PhotoFunctions.Functions.Storage;

/// <summary>Which field a ciphertext belongs to. Not the teaching point: a row moves with its student.</summary>
internal static class SealedFields
{
    private const string Student = "s~";

    /// <summary>A student's field by cohort and number, any other row's by cohort and the row's key, which holds the number.</summary>
    public static string AssociatedData(string partitionKey, string rowKey, string column)
    {
        var cohort = partitionKey.Split('~')[0];
        var row = rowKey.StartsWith(Student, StringComparison.Ordinal) ? rowKey[Student.Length..] : rowKey;
        return $"{cohort}/{row}/{column}";
    }
}
