using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Pages.College.Students;

/// <summary>Reads what a student's page shows.</summary>
internal sealed class StudentDetails(
    Caller caller,
    ICohortStore cohorts,
    StudentDirectory directory,
    TableUnitRequestStore requests,
    StudentPictures pictures,
    TimeProvider time)
{
    /// <summary>What the audit trail says of such a look, as it does of the API's answer.</summary>
    public const string WithPictures = "with links to the pictures";

    public async Task<StudentDetail> ReadAsync(Cohort cohort, Student student, CancellationToken cancellationToken)
    {
        var key = student.Key;
        return new StudentDetail
        {
            Cohort = cohort,
            Point = await cohorts.FindTeachingPointAsync(key.Cohort, key.TeachingPoint, cancellationToken)
                ?? new TeachingPoint { Cohort = key.Cohort, Code = key.TeachingPoint, Name = key.TeachingPoint.Value },
            Student = student,
            Pictures = await pictures.ListAsync(student, cancellationToken),
            Findings = PhotoView.FailuresOf(student),
            History = await directory.HistoryAsync(student, cancellationToken),
            Requests = await requests.ListAsync(key, cancellationToken),
            Possible = PossibleActs.Of(student, cohort.Proofing, caller.Actor, caller.Holder, time.GetUtcNow()),
        };
    }
}
