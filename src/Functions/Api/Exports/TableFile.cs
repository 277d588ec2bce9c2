using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Exports;

namespace PhotoFunctions.Functions.Api.Exports;

/// <summary>A table as a file, in the format that was asked for.</summary>
internal static class TableFile
{
    /// <summary>
    /// Reads <c>format</c>, xlsx when absent. Failure: <c>request-invalid</c>, for html too where there is no page to print.
    /// </summary>
    public static Result<TableFormat> Format(string? text, bool hasPage = false) =>
        !ListQuery.Name<TableFormat>("format", text).Succeeded(out var format, out var failure) ? failure
        : format == TableFormat.Html && !hasPage
            ? RequestFailures.Invalid("format应为xlsx或csv", "one of xlsx, csv for format but received html")
        : format ?? TableFormat.Xlsx;

    /// <summary>Describes an endpoint that answers with such a file.</summary>
    public static RouteHandlerBuilder AnswersTable(this RouteHandlerBuilder endpoint, bool hasPage) => endpoint
        .Names("format", hasPage ? ["xlsx", "csv", "html"] : ["xlsx", "csv"])
        .AnswersFile([XlsxTable.ContentType, CsvTable.ContentType, .. hasPage ? [ExportFile.Page] : Array.Empty<string>()])
        .RefusesTexts();

    public static ExportFile Of(string name, TableFormat format, TextTable table) => format == TableFormat.Csv
        ? new ExportFile($"{name}.csv", CsvTable.ContentType, (stream, token) => CsvTable.WriteAsync(stream, table, token))
        : new ExportFile($"{name}.xlsx", XlsxTable.ContentType, (stream, token) => XlsxTable.WriteAsync(stream, table, token));
}
