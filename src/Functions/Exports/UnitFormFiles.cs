using System.IO.Compression;
using System.Runtime.CompilerServices;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Exports;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Exports;

/// <summary>Writes the forms for the photo unit as a zip file: one file a case, as no unit gets a list of everyone.</summary>
internal sealed class UnitFormFiles(StudentDirectory directory)
{
    private const int RequestsInPage = 250;

    public static TextTable Form(Cohort cohort, TeachingPoint point, Student student, UnitRequest request) => TextTable.Of(
        UnitForm.NameOf(request.Kind), UnitForm.Headings(cohort, request.Kind), [UnitForm.Row(cohort, request, student, point)]);

    /// <summary>Leaves the stream open. What it throws leaves a file that nobody takes for a whole one.</summary>
    public async Task WriteAsync(
        Stream target,
        Cohort cohort,
        IReadOnlyList<TeachingPoint> points,
        (UnitRequestKind Kind, UnitRequestStatus Status) wanted,
        TableFormat format,
        CancellationToken cancellationToken)
    {
        var stream = new ForwardStream(target);
        var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        foreach (var point in points)
        {
            await foreach (var (student, request) in CasesAsync(point, wanted, cancellationToken))
            {
                var form = Form(cohort, point, student, request);
                var name = SafeFileName.Of(UnitForm.FileName(student.Key, request));
                var file = format == TableFormat.Csv ? $"{name}.csv" : $"{name}.xlsx";
                await using var entry = await zip.CreateEntry(file, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
                await (format == TableFormat.Csv
                    ? CsvTable.WriteAsync(entry, form, cancellationToken)
                    : XlsxTable.WriteAsync(entry, form, cancellationToken));
            }
        }

        await zip.DisposeAsync();
        await stream.FlushAsync(cancellationToken);
    }

    private async IAsyncEnumerable<(Student Student, UnitRequest Request)> CasesAsync(
        TeachingPoint point,
        (UnitRequestKind Kind, UnitRequestStatus Status) wanted,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? continuation = null;
        do
        {
            var listed = await directory.ListRequestsAsync(
                point.Cohort, point.Code, wanted.Kind, wanted.Status, RequestsInPage, continuation, cancellationToken);
            var page = listed.Value ?? throw new InvalidOperationException("A list did not take its own continuation.");
            foreach (var (number, request) in page.Items)
            {
                // Whoever was removed has no form any more; whoever is moving has it at the other teaching point.
                var student = await directory.FindStudentAsync(
                    point.Cohort, StudentNumber.Parse(number).Value!, point.Code, cancellationToken);
                if (student?.Key.TeachingPoint == point.Code)
                {
                    yield return (student, request);
                }
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
