using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>Judges an upload: header → decoded picture → every finding → outputs. It looks at the picture once.</summary>
/// <param name="students">Where the other photos of the teaching point are known.</param>
/// <param name="codec">Reads and writes pictures.</param>
public sealed class PhotoJudge(IStudentStore students, IPhotoCodec codec)
{
    /// <summary>Judges an upload of a student.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="student">Whose it is; the level and the teaching point have their windows.</param>
    /// <param name="cohort">The student's cohort.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The photo with everything that was found.</returns>
    public async Task<JudgedPhoto> JudgeAsync(UploadedPhoto upload, Student student, Cohort cohort, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(cohort);
        var rules = cohort.Photos;
        var outside = cohort.OutsideWindow(upload.Version.LastModified, student.Profile.Level, student.Key.TeachingPoint);
        IReadOnlyList<Failure> faults = outside is null ? [] : [outside];
        var judged = new JudgedPhoto { Upload = upload, Duplicates = rules.Duplicates };
        if (upload.Length > rules.MaxBytes)
        {
            return judged with { Faults = [.. faults, PhotoFailures.TooLarge(rules.MaxBytes, upload.Length)] };
        }

        if (!codec.Inspect(upload.Content).Succeeded(out var inspection, out var failure))
        {
            return judged with { Faults = [.. faults, failure] };
        }

        // A file that its header speaks against is not decoded: the limits are there to keep the decoder safe.
        var plan = NormalisationPlan.For(inspection, rules);
        if (PhotoValidator.Validate(inspection, rules) is { Count: > 0 } headerFaults)
        {
            return judged with { Faults = [.. faults, .. headerFaults, .. await LyingAsync(upload, plan, headerFaults, rules, cancellationToken)] };
        }

        if (!(await codec.DecodeAsync(upload.Content, plan, cancellationToken)).Succeeded(out var picture, out failure))
        {
            return judged with { Faults = [.. faults, failure] };
        }

        judged = await JudgePictureAsync(judged with { Faults = faults }, picture, student.Key, rules, cancellationToken);
        var unavailable = rules.Outputs.Except(plan.Outputs).Select(PhotoFailures.OutputUnavailable);
        judged = judged with { Notes = [.. inspection.Format == PhotoFormat.Png ? [PhotoFailures.PngNote] : Array.Empty<Failure>(), .. judged.Notes] };
        return judged.Faults.Count > 0
            ? judged
            : await WriteAsync(judged with { Notes = [.. judged.Notes, .. unavailable] }, picture, plan, cancellationToken);
    }

    // Only its shape is wrong, and turned it would be right: a photo that lies on its side is told from one that is too wide.
    private async Task<IReadOnlyList<Failure>> LyingAsync(
        UploadedPhoto upload,
        NormalisationPlan plan,
        IReadOnlyList<Failure> headerFaults,
        PhotoSpecification rules,
        CancellationToken cancellationToken)
    {
        if (headerFaults is not [{ Code: FailureCodes.PhotoAspect }]
            || !plan.IsOfTurnedPhoto)
        {
            return [];
        }

        if (!(await codec.DecodeAsync(upload.Content, plan, cancellationToken)).Succeeded(out var picture, out var failure))
        {
            return [failure];
        }

        var face = (await codec.MeasureAsync(picture, rules, cancellationToken)).Face;
        return face is { TurnNeeded: { } degrees, HasQrCode: false } ? [PixelFailures.PhotoSideways(degrees)] : [];
    }

    private async Task<JudgedPhoto> JudgePictureAsync(
        JudgedPhoto judged, WorkingImage picture, StudentKey student, PhotoSpecification rules, CancellationToken cancellationToken)
    {
        var pixels = await codec.MeasureAsync(picture, rules, cancellationToken);
        var findings = PixelValidator.Validate(pixels, rules);
        judged = judged with
        {
            Faults = [.. judged.Faults, .. findings.Where(finding => !finding.NeedsReview)],
            Doubts = [.. findings.Where(finding => finding.NeedsReview)],
            Notes = PixelValidator.Notes(pixels),
            Fingerprint = pixels.Fingerprint,
        };
        return pixels.Fingerprint is { } fingerprint && await HasAnotherLikeItAsync(fingerprint, student, rules.Duplicates, cancellationToken)
            ? judged with { Doubts = [.. judged.Doubts, PixelFailures.PhotoDuplicate] }
            : judged;
    }

    private async Task<bool> HasAnotherLikeItAsync(
        PhotoFingerprint fingerprint, StudentKey student, DuplicateRules rules, CancellationToken cancellationToken)
    {
        await foreach (var other in students.ListOtherFingerprintsAsync(student, cancellationToken))
        {
            if (rules.AreAlike(fingerprint, other))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<JudgedPhoto> WriteAsync(
        JudgedPhoto judged, WorkingImage picture, NormalisationPlan plan, CancellationToken cancellationToken)
    {
        var written = await codec.WriteAsync(picture, plan.Outputs, cancellationToken);
        var faults = written.Failures.Where(failure => failure.Code == FailureCodes.OutputBytes).ToArray();
        return judged with
        {
            Faults = faults,
            Outputs = faults.Length == 0 ? written.Outputs : [],
            Notes = [.. judged.Notes, .. written.Failures.Except(faults)],
        };
    }
}
