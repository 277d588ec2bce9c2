using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Review;

/// <summary>
/// Takes a teaching point's appeal against a rejection. A rejected photo has its original only: the outputs are written first, so that
/// whoever decides sees both pictures, and an upheld appeal needs nothing more.
/// </summary>
/// <param name="students">Where students are kept.</param>
/// <param name="photos">Where pictures are kept.</param>
/// <param name="codec">Reads and writes pictures.</param>
/// <param name="time">The clock.</param>
public sealed class PhotoAppeal(IStudentStore students, IPhotoStore photos, IPhotoCodec codec, TimeProvider time)
{
    /// <summary>
    /// Opens the appeal. Failures: <c>student-number-unknown</c>, <c>photo-changed</c>, <c>transition-illegal</c>,
    /// <c>appeal-not-possible</c>, <c>appeal-decided</c>.
    /// </summary>
    /// <param name="key">The student.</param>
    /// <param name="rules">What the cohort asks of a photo.</param>
    /// <param name="appeal">The appeal.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The student afterwards, or the failure.</returns>
    public Task<Result<Student>> OpenAsync(
        StudentKey key, PhotoSpecification rules, ReviewAct appeal, CancellationToken cancellationToken)
    {
        // Decided again when somebody else changed the student meanwhile; the outputs are written once.
        NormalisedPhoto[]? outputs = null;
        return students.DecideReviewAsync(
            key,
            async (student, token) =>
            {
                if (!ReviewDecider.Decide(student, appeal, time.GetUtcNow()).Succeeded(out var decision, out var failure))
                {
                    return failure;
                }

                if (decision is not { History: not null, Student.Photo: { Outputs.Count: 0 } photo })
                {
                    return decision;
                }

                if (outputs is null && !(await WriteAsync(key, appeal.Sha256, rules, token)).Succeeded(out outputs, out failure))
                {
                    return failure;
                }

                StoredOutput[] references = [.. outputs.Select(output => output.Reference)];
                return decision with { Student = decision.Student with { Photo = photo with { Outputs = references } } };
            },
            cancellationToken);
    }

    // The photo was judged before: what fails here is a change of the rules since, or an output that was not tried then.
    private async Task<Result<NormalisedPhoto[]>> WriteAsync(
        StudentKey key, string sha256, PhotoSpecification rules, CancellationToken cancellationToken)
    {
        if (await photos.OpenOriginalAsync(key, sha256, cancellationToken) is not { } original)
        {
            return ReviewFailures.OriginalMissing;
        }

        if (!codec.Inspect(original).Succeeded(out var inspection, out var failure))
        {
            return NotPossible([failure]);
        }

        var plan = NormalisationPlan.For(inspection, rules);
        if (PhotoValidator.Validate(inspection, rules) is { Count: > 0 } faults)
        {
            return NotPossible(faults);
        }

        if (!(await codec.DecodeAsync(original, plan, cancellationToken)).Succeeded(out var picture, out failure))
        {
            return NotPossible([failure]);
        }

        var written = await codec.WriteAsync(picture, plan.Outputs, cancellationToken);
        if (written.Failures.Where(fault => fault.Code == FailureCodes.OutputBytes).ToArray() is { Length: > 0 } unwritten)
        {
            return NotPossible(unwritten);
        }

        await photos.SaveOutputsAsync(key, written.Outputs, cancellationToken);
        return written.Outputs.ToArray();
    }

    private static Failure NotPossible(IEnumerable<Failure> faults) =>
        ReviewFailures.AppealNotPossible(string.Join(' ', faults.Select(fault => fault.Code)));
}
