namespace PhotoFunctions.Functions.Exports;

/// <summary>The form in which a table leaves the app.</summary>
internal enum TableFormat
{
    /// <summary>A workbook of one sheet.</summary>
    Xlsx,

    /// <summary>Comma-separated text.</summary>
    Csv,

    /// <summary>A page to print, where there is one.</summary>
    Html,
}
