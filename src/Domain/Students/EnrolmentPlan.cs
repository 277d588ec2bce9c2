using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Verification;

namespace PhotoFunctions.Domain.Students;

/// <summary>
/// Decides what a roster does to the students who are there, without storing anything: a dry run ends here. The order of the rows makes no
/// difference: what happens to enrolled students is decided before new ones are added.
/// </summary>
public sealed class EnrolmentPlan
{
    private readonly Dictionary<StudentNumber, RegisterLine> _byNumber = [];
    private readonly Dictionary<string, StudentNumber> _byId = [];

    private EnrolmentPlan(IEnumerable<RegisterLine> standing)
    {
        foreach (var line in standing)
        {
            _byNumber.TryAdd(line.Key.Number, line);
            _byId.TryAdd(line.IdMark, line.Key.Number);
        }
    }

    /// <summary>Decides about every row.</summary>
    /// <param name="standing">
    /// The students of the cohort; those are enough who have a number or an ID number of the rows. Of two lines with one number the first
    /// counts, and both for their ID numbers.
    /// </param>
    /// <param name="wanted">The rows; no number and no ID number stands twice.</param>
    /// <returns>One decision for each row, in the order in which they are to be carried out.</returns>
    public static IReadOnlyList<PlannedEnrolment> Of(IEnumerable<RegisterLine> standing, IReadOnlyList<RegisterLine> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var plan = new EnrolmentPlan(standing);
        var rows = Enumerable.Range(0, wanted.Count).ToLookup(i => plan._byNumber.ContainsKey(wanted[i].Key.Number));
        return
        [
            .. rows[true].Select(i => new PlannedEnrolment(i, plan.Change(wanted[i]))),
            .. rows[false].Select(i => new PlannedEnrolment(i, plan.Add(wanted[i]))),
        ];
    }

    private Result<EnrolmentOutcome> Change(RegisterLine wanted)
    {
        var standing = _byNumber[wanted.Key.Number];
        if (!Change(standing, wanted).Succeeded(out var outcome, out var failure))
        {
            return failure;
        }

        if (!wanted.MustRecapture || standing.MustRecapture)
        {
            return outcome;
        }

        return VerificationDecider.Recaptured(standing.Verification).Failure
            ?? (outcome == EnrolmentOutcome.Unchanged ? EnrolmentOutcome.Updated : (Result<EnrolmentOutcome>)outcome);
    }

    private Result<EnrolmentOutcome> Change(RegisterLine standing, RegisterLine wanted) =>
        (IsSamePlace: standing.Key == wanted.Key, IsSameId: standing.IdMark == wanted.IdMark) switch
        {
            (true, true) => wanted.HasProfileOf(standing) ? EnrolmentOutcome.Unchanged : EnrolmentOutcome.Updated,
            (false, true) => EnrolmentOutcome.Moved,

            // Another ID number under another name, or at another place, is somebody else.
            (true, false) when standing.NameMark == wanted.NameMark =>
                _byId.TryGetValue(wanted.IdMark, out var holder) && holder != wanted.Key.Number
                    ? RosterFailures.NationalIdTaken
                    : EnrolmentOutcome.Corrected,
            _ => RosterFailures.StudentNumberTaken,
        };

    private Result<EnrolmentOutcome> Add(RegisterLine wanted)
    {
        if (!_byId.TryAdd(wanted.IdMark, wanted.Key.Number))
        {
            return RosterFailures.NationalIdTaken;
        }

        _byNumber.Add(wanted.Key.Number, wanted);
        return EnrolmentOutcome.Added;
    }
}
