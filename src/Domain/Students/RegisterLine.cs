using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Domain.Students;

/// <summary>
/// A student as the register knows one, without the personal part: enough to tell what a roster changes. The marks are hashes that only
/// the store can make; of one store, equal marks mean equal contents.
/// </summary>
/// <param name="Key">Where the student is kept.</param>
/// <param name="IdMark">Stands for the ID number.</param>
/// <param name="NameMark">Stands for the name.</param>
/// <param name="ProfileMark">
/// Stands for everything that the roster says about the person: a part for each field, a space between them; <see cref="Unsaid"/> for a
/// field that it says nothing about.
/// </param>
public sealed record RegisterLine(StudentKey Key, string IdMark, string NameMark, string ProfileMark)
{
    /// <summary>The part of a profile's mark for a field that the roster says nothing about.</summary>
    public const string Unsaid = "-";

    /// <summary>补采: of a student whether it is required already, of a row whether the roster asks for it.</summary>
    public bool MustRecapture { get; init; }

    /// <summary>Where a student's verification stands; says nothing in a row.</summary>
    public VerificationStatus Verification { get; init; } = VerificationStatus.Pending;

    /// <summary>Whether a row changes nothing in a student's profile.</summary>
    /// <param name="standing">The student.</param>
    /// <returns>True when every field that the row says something about is the student's.</returns>
    public bool HasProfileOf(RegisterLine standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var (said, stored) = (ProfileMark.Split(' '), standing.ProfileMark.Split(' '));
        return said.Length == stored.Length && said.Zip(stored).All(part => part.First == Unsaid || part.First == part.Second);
    }
}
