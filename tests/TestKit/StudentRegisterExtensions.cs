using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.TestKit;

/// <summary>What tests enrol one by one.</summary>
public static class StudentRegisterExtensions
{
    public static async Task<Result<EnrolmentOutcome>> EnrolAsync(
        this IStudentRegister register, StudentKey key, StudentProfile profile, CancellationToken cancellationToken) =>
        (await register.EnrolAsync(key.Cohort, [new Enrolment(key, profile)], isDryRun: false, cancellationToken))[0];
}
