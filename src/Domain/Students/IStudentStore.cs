using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;

namespace PhotoFunctions.Domain.Students;

/// <summary>Where students, their history and the ledger of uploads are kept.</summary>
public interface IStudentStore
{
    /// <summary>Finds the student to whom an ID number belongs, at one teaching point only.</summary>
    /// <param name="id">The ID number.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="teachingPoint">The teaching point.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>Where the student is kept, or null: unknown and another teaching point's are the same answer.</returns>
    Task<StudentKey?> FindAsync(NationalId id, CohortCode cohort, TeachingPointCode teachingPoint, CancellationToken cancellationToken);

    /// <summary>
    /// Decides an upload version: student, history and ledger change together or not at all. When somebody else changed the student
    /// meanwhile, it is read and decided again; a version that is in the ledger is not decided twice.
    /// </summary>
    /// <param name="key">The student.</param>
    /// <param name="version">The upload version.</param>
    /// <param name="decide">Decides for the student as it stands; may be called several times. Null: the upload is another's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What the ledger says now, or null when there is no such student, or it is not the upload's.</returns>
    Task<LedgerEntry?> DecideUploadAsync(
        StudentKey key,
        UploadVersion version,
        Func<Student, CancellationToken, Task<UploadDecision?>> decide,
        CancellationToken cancellationToken);

    /// <summary>Lists the uploads of a teaching point that matched no student when they came, and match one now.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="teachingPoint">The teaching point.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The uploads, newest first.</returns>
    IAsyncEnumerable<WaitingUpload> ListWaitingAsync(
        CohortCode cohort, TeachingPointCode teachingPoint, CancellationToken cancellationToken);

    /// <summary>
    /// Decides an upload that waited in quarantine: its record there goes in the same moment in which the ledger's line comes, so that it
    /// has one outcome at any time. A version that is in the ledger is not decided twice.
    /// </summary>
    /// <param name="upload">The upload.</param>
    /// <param name="decide">Decides for the student as it stands; may be called several times. Null: the upload is another's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What the ledger says now, or null when there is no such student, or it is not the upload's.</returns>
    Task<LedgerEntry?> DecideWaitingAsync(
        WaitingUpload upload, Func<Student, CancellationToken, Task<UploadDecision?>> decide, CancellationToken cancellationToken);

    /// <summary>
    /// Records what a person decided: student and history change together or not at all. When somebody else changed the student
    /// meanwhile, it is read and decided again. Failures: <c>student-number-unknown</c>, and those of the decision.
    /// </summary>
    /// <param name="key">The student.</param>
    /// <param name="decide">Decides for the student as it stands; may be called several times.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The student afterwards, or the failure.</returns>
    Task<Result<Student>> DecideReviewAsync(
        StudentKey key,
        Func<Student, CancellationToken, Task<Result<ReviewDecision>>> decide,
        CancellationToken cancellationToken);

    /// <summary>The pictures of the other students of the teaching point, by what the search for the same picture needs; never whose they are.</summary>
    /// <param name="except">The student whose own picture is left out.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>Their fingerprints, in no order.</returns>
    IAsyncEnumerable<PhotoFingerprint> ListOtherFingerprintsAsync(StudentKey except, CancellationToken cancellationToken);

    /// <summary>Records an upload that matched no student. Repeating it changes nothing.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>A task that ends when it is recorded.</returns>
    Task RecordUnmatchedAsync(UnmatchedUpload upload, CancellationToken cancellationToken);
}
