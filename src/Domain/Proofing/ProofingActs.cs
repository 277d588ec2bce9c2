using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Proofing;

/// <summary>Records what somebody does about one student's proofing.</summary>
/// <param name="students">Where students are kept.</param>
/// <param name="time">The clock.</param>
public sealed class ProofingActs(IStudentChanges students, TimeProvider time)
{
    /// <summary>
    /// Records an event. Failures: <c>student-number-unknown</c>, <c>actor-not-allowed</c>, <c>transition-illegal</c>.
    /// </summary>
    /// <param name="key">The student.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="by">Who causes it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The student afterwards, or the failure.</returns>
    public Task<Result<Student>> RecordAsync(
        StudentKey key, ProofingEvent happened, Attribution by, CancellationToken cancellationToken) => students.ChangeAsync(
            key, student => ProofingDecider.Decide(student, happened, by, time.GetUtcNow()), cancellationToken);

    /// <summary>
    /// Records a student's answer, once for each time that the question was asked. Failures: <c>student-number-unknown</c>,
    /// <c>link-used</c>.
    /// </summary>
    /// <param name="key">The student.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="askedAt">Since when the proofing stood as it did when the question was asked; null while it had never moved.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The student afterwards, or the failure.</returns>
    public Task<Result<Student>> AnswerAsync(
        StudentKey key, ProofingAnswer answer, DateTimeOffset? askedAt, CancellationToken cancellationToken) => students.ChangeAsync(
            key, student => ProofingDecider.Answer(student, answer, askedAt, time.GetUtcNow()), cancellationToken);

    /// <summary>
    /// Sets a wrong status right. Failures: <c>student-number-unknown</c>, <c>actor-not-allowed</c>, <c>transition-illegal</c>.
    /// </summary>
    /// <param name="key">The student.</param>
    /// <param name="to">The status that is right.</param>
    /// <param name="by">The administrator, with a reason.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The student afterwards, or the failure.</returns>
    public Task<Result<Student>> CorrectAsync(
        StudentKey key, ProofingStatus to, Attribution by, CancellationToken cancellationToken) => students.ChangeAsync(
            key, student => ProofingDecider.Correct(student, to, by, time.GetUtcNow()), cancellationToken);
}
