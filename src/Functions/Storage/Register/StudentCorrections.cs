using Azure;
using Azure.Data.Tables;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>Gives enrolled students the ID numbers that are right: new claim, student, old claim away.</summary>
internal sealed class StudentCorrections(StorageAccount storage, DataKeys keys, TimeProvider time)
{
    /// <param name="claims">The claims under the new ID number, taken.</param>
    /// <param name="enrolment">What the roster says.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when the student changed or left meanwhile.</returns>
    public async Task<bool> TryCorrectAsync(StudentClaims claims, Enrolment enrolment, CancellationToken cancellationToken)
    {
        var key = enrolment.Key;
        var stored = await storage.Students.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.Partition(key), TableKeys.Student(key.Number), cancellationToken: cancellationToken);
        if (!stored.HasValue || RegisterMarks.Read(stored.Value!) is not { } line || line.IdMark == claims.Student.IdMark)
        {
            return false;
        }

        // Read before the student is written: whoever takes this ID number up again writes the claim first, and keeps it.
        var old = await StudentClaims.ReadAsync(storage, TableKeys.IdClaim(line.IdMark, key.Cohort), cancellationToken);
        var mapping = new StudentEntityMapping(keys);
        if (!EnrolmentDecider.Update(mapping.ToStudent(stored.Value!), enrolment, time.GetUtcNow()).Succeeded(out var change, out _))
        {
            return false;
        }

        try
        {
            await TableBatches.SubmitAsync(
                storage.Students, StudentUpdates.ActionsOf(keys, stored.Value!, change), cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
        {
            return false;
        }

        if (old is not null && StudentClaims.HolderOf(old, key.Cohort).Number == key.Number)
        {
            await StudentClaims.TryDeleteAsync(storage, old, cancellationToken);
        }

        return true;
    }
}
