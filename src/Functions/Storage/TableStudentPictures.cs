using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Upkeep;
using PhotoFunctions.Functions.Storage.Register;

namespace PhotoFunctions.Functions.Storage;

/// <summary>The students' photos, by the few columns that the nightly work needs: nothing is decrypted.</summary>
internal sealed class TableStudentPictures(StorageAccount storage, ICohortStore cohorts) : IStudentPictures
{
    public async IAsyncEnumerable<StudentPicture> ListAsync(
        CohortCode cohort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // All students, for neither likeness nor a missing reference has a key: one transaction for a thousand of them.
        foreach (var point in await cohorts.ListTeachingPointsAsync(cohort, cancellationToken))
        {
            var filter = TableKeys.Rows(TableKeys.Partition(cohort, point.Code), "s");
            await foreach (var row in storage.Students.QueryAsync<TableEntity>(
                filter, select: StudentEntityMapping.PictureColumns, cancellationToken: cancellationToken))
            {
                yield return StudentEntityMapping.ToPicture(row);
            }
        }
    }

    public async Task<StudentPicture?> FindAsync(CohortCode cohort, StudentNumber number, CancellationToken cancellationToken)
    {
        if (await StudentClaims.ReadAsync(storage, TableKeys.NumberClaim(number, cohort), cancellationToken) is not { } claim)
        {
            return null;
        }

        var row = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Partition(StudentClaims.HolderOf(claim, cohort)), TableKeys.Student(number), StudentEntityMapping.PictureColumns, cancellationToken);
        return row.HasValue ? StudentEntityMapping.ToPicture(row.Value!) : null;
    }
}
