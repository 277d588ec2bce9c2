using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Review;

/// <summary>
/// Takes what a person decides about a photo: approve or refuse, appeal, grant or deny. Where a photo needs pictures that it has not got,
/// they are written from the original first: a rejected photo has its original only, and the cohort may ask for another output since.
/// </summary>
/// <param name="students">Where students are kept.</param>
/// <param name="photos">Where pictures are kept.</param>
/// <param name="codec">Reads and writes pictures.</param>
/// <param name="time">The clock.</param>
public sealed class PhotoReview(IStudentStore students, IPhotoStore photos, IPhotoCodec codec, TimeProvider time)
{
    /// <summary>
    /// Decides. Failures: <c>student-number-unknown</c>, <c>actor-not-allowed</c>, <c>photo-changed</c>, <c>transition-illegal</c>, <c>appeal-not-possible</c>,
    /// <c>appeal-decided</c>, <c>outputs-missing</c>.
    /// </summary>
    /// <param name="key">The student.</param>
    /// <param name="cohort">The student's cohort: what it asks of a photo, and from when its proofing counts.</param>
    /// <param name="act">What the person decided.</param>
    /// <param name="actor">Whose credential it is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The student afterwards, or the failure.</returns>
    public Task<Result<Student>> DecideAsync(
        StudentKey key, Cohort cohort, ReviewAct act, Actors actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(act);

        // Decided again when somebody else changed the student meanwhile; the outputs are written once.
        NormalisedPhoto[]? outputs = null;
        return students.DecideReviewAsync(
            key,
            async (student, token) =>
            {
                if (!ReviewDecider.Decide(student, act, actor, time.GetUtcNow()).Succeeded(out var decision, out var failure))
                {
                    return failure;
                }

                decision = decision.WithConsequences(student, cohort.Proofing.StartsFrom);
                if (decision is not { History: not null, Student.Photo: { } photo } || !NeedsOutputs(decision.Student, photo, cohort.Photos))
                {
                    return decision;
                }

                if (outputs is null && !(await WriteAsync(key, act, cohort.Photos, token)).Succeeded(out outputs, out failure))
                {
                    return failure;
                }

                StoredOutput[] references = [.. outputs.Select(output => output.Reference)];
                return decision with { Student = decision.Student with { Photo = photo with { Outputs = references } } };
            },
            cancellationToken);
    }

    private static bool NeedsOutputs(Student student, DecidedPhoto photo, PhotoSpecification rules) =>
        student.Collection != CollectionStatus.Rejected
        && rules.Outputs.Any(profile => profile.IsRequired && photo.Outputs.All(output => output.Profile != profile.Name));

    // The photo was judged before: what fails here is a change of the rules since, or an output that was not tried then.
    private async Task<Result<NormalisedPhoto[]>> WriteAsync(
        StudentKey key, ReviewAct act, PhotoSpecification rules, CancellationToken cancellationToken)
    {
        if (await photos.OpenOriginalAsync(key, act.Sha256, cancellationToken) is not { } original)
        {
            return ReviewFailures.OriginalMissing;
        }

        if (!codec.Inspect(original).Succeeded(out var inspection, out var failure))
        {
            return ReviewFailures.OutputsMissing(act.Event, [failure]);
        }

        var plan = NormalisationPlan.For(inspection, rules);
        if (PhotoValidator.Validate(inspection, rules) is { Count: > 0 } faults)
        {
            return ReviewFailures.OutputsMissing(act.Event, faults);
        }

        if (!(await codec.DecodeAsync(original, plan, cancellationToken)).Succeeded(out var picture, out failure))
        {
            return ReviewFailures.OutputsMissing(act.Event, [failure]);
        }

        var written = await codec.WriteAsync(picture, plan.Outputs, cancellationToken);
        if (written.Failures.Where(fault => fault.Code == FailureCodes.OutputBytes).ToArray() is { Length: > 0 } unwritten)
        {
            return ReviewFailures.OutputsMissing(act.Event, unwritten);
        }

        await photos.SaveOutputsAsync(key, written.Outputs, cancellationToken);
        return written.Outputs.ToArray();
    }
}
