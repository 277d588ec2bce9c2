using Azure.Data.Tables;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Storage.Register;

/// <summary>Adds many students in batches: the claims on their numbers, the claims on their ID numbers, the students.</summary>
internal sealed class StudentAdditions(StorageAccount storage, DataKeys keys, TimeProvider time)
{
    /// <returns>Those who could not be added so, because something stood in the way; each has to be looked at by itself.</returns>
    public async Task<IReadOnlyList<(Enrolment Enrolment, StudentClaims Claims)>> AddAsync(
        IEnumerable<Enrolment> enrolments, CancellationToken cancellationToken)
    {
        var rows = enrolments.Select(enrolment => new Addition(enrolment, ClaimsOf(enrolment))).ToList();
        await TableBatches.AddAsync(
            storage.StudentIndex, rows, row => row.Claims.NumberRow, (row, eTag) => row.Claims.OnNumber = eTag, cancellationToken);
        await TableBatches.AddAsync(
            storage.StudentIndex,
            rows.Where(row => row.Claims.OnNumber is not null),
            row => row.Claims.IdRow,
            (row, eTag) => row.Claims.OnId = eTag,
            cancellationToken);
        await TableBatches.AddAsync(
            storage.Students,
            rows.Where(row => row.Claims.OnId is not null),
            row => NewRow(row.Enrolment),
            (row, _) => row.IsAdded = true,
            cancellationToken);
        return [.. rows.Where(row => !row.IsAdded).Select(row => (row.Enrolment, row.Claims))];
    }

    public StudentClaims ClaimsOf(Enrolment enrolment) =>
        new(storage, RegisterMarks.LineOf(keys, enrolment.Key, enrolment.Profile));

    public TableEntity NewRow(Enrolment enrolment)
    {
        var now = time.GetUtcNow();
        return new StudentEntityMapping(keys).ToEntity(
            new Student { Key = enrolment.Key, Profile = enrolment.Profile, EnrolledAt = now, CollectionSince = now });
    }

    private sealed record Addition(Enrolment Enrolment, StudentClaims Claims)
    {
        public bool IsAdded { get; set; }
    }
}
