using PhotoFunctions.Domain.Progress;

namespace PhotoFunctions.Domain.Students;

/// <summary>Brings a student's profile up to date with a roster. Progress stays.</summary>
public static class ProfileCorrection
{
    /// <summary>The event of a line that tells that the name or the ID number was corrected; never from what to what.</summary>
    public const string Corrected = "ProfileCorrected";

    /// <summary>What a row of a roster does to an enrolled student's profile.</summary>
    /// <param name="student">The student as stored.</param>
    /// <param name="profile">What the roster says.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>The change. Who a person is stands in the history, the rest of the profile does not.</returns>
    public static StudentChange Of(Student student, StudentProfile profile, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(profile);
        if (student.Profile == profile)
        {
            return StudentChange.None(student);
        }

        string[] corrected =
        [
            .. student.Profile.NationalId != profile.NationalId ? ["nationalId"] : Array.Empty<string>(),
            .. student.Profile.Name != profile.Name ? ["name"] : Array.Empty<string>(),
        ];
        return StudentChange.To(
            student with { Profile = profile },
            corrected.Length == 0 ? [] : [Attribution.Import.Line(at, Corrected, details: string.Join(' ', corrected))]);
    }
}
