using System.Numerics;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Domain.Upkeep;

/// <summary>Finds the same picture twice among many. Every pair is compared: likeness has no order to sort by.</summary>
public static class DuplicatePairs
{
    /// <summary>
    /// Of each pair the photo that a person should look at: the later one, or the earlier one where a person found the later one good.
    /// None where a person found both good (twins, or a gown that looks alike), or where the photo is rejected anyway.
    /// </summary>
    /// <param name="pictures">The students' pictures.</param>
    /// <param name="rules">When two pictures are alike.</param>
    /// <returns>The photos, each once, in the order in which they were uploaded.</returns>
    public static IReadOnlyList<StudentPicture> Suspects(IEnumerable<StudentPicture> pictures, DuplicateRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        StudentPicture[] ordered =
        [
            .. pictures.Where(picture => picture.Fingerprint is not null)
                .OrderBy(picture => picture.UploadedAt)
                .ThenBy(picture => picture.Student.Number.Value, StringComparer.Ordinal),
        ];
        var coarse = Array.ConvertAll(ordered, picture => picture.Fingerprint!.Coarse);
        var suspects = new SortedSet<int>();
        for (var later = 1; later < ordered.Length; later++)
        {
            var own = coarse[later];
            for (var earlier = 0; earlier < later; earlier++)
            {
                // The first look is two instructions; few pairs need the second.
                if (BitOperations.PopCount(own ^ coarse[earlier]) <= rules.MaxCoarseBits
                    && rules.AreAlike(ordered[later].Fingerprint!, ordered[earlier].Fingerprint!)
                    && SuspectOf(ordered, earlier, later) is { } suspect)
                {
                    suspects.Add(suspect);
                }
            }
        }

        return [.. suspects.Select(suspect => ordered[suspect])];
    }

    private static int? SuspectOf(StudentPicture[] ordered, int earlier, int later)
    {
        var suspect = ordered[later].IsApprovedByPerson ? earlier : later;
        return ordered[suspect] is { IsApprovedByPerson: false, Collection: CollectionStatus.Accepted or CollectionStatus.InReview }
            ? suspect
            : null;
    }
}
