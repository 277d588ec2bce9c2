using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Reminders;

/// <summary>Records that a student wants no mails, or wants them again. What is due about a verification is sent all the same.</summary>
/// <param name="students">Where students are kept.</param>
/// <param name="time">The clock.</param>
public sealed class MailOptOut(IStudentChanges students, TimeProvider time)
{
    /// <summary>The event of the line in the history when mails are to stop; it moves no track.</summary>
    public const string OptedOut = "MailOptedOut";

    /// <summary>The event of the line in the history when mails are welcome again; it moves no track.</summary>
    public const string OptedIn = "MailOptedIn";

    /// <summary>The decision. The same wish again changes nothing.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="wantsMail">Whether mails are welcome.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The change.</returns>
    public static StudentChange Decide(Student student, bool wantsMail, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        return wantsMail == student.OptedOutSince is null
            ? StudentChange.None(student)
            : StudentChange.To(
                student with { OptedOutSince = wantsMail ? null : at },
                Attribution.Student.Line(at, wantsMail ? OptedIn : OptedOut));
    }

    /// <summary>Records the wish. Failure: <c>student-number-unknown</c>.</summary>
    /// <param name="key">The student.</param>
    /// <param name="wantsMail">Whether mails are welcome.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The student afterwards, or the failure.</returns>
    public Task<Result<Student>> SetAsync(StudentKey key, bool wantsMail, CancellationToken cancellationToken) => students.ChangeAsync(
        key, student => Decide(student, wantsMail, time.GetUtcNow()), cancellationToken);
}
