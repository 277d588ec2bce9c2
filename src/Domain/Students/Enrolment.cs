namespace PhotoFunctions.Domain.Students;

/// <summary>What one row of a roster asks for.</summary>
/// <param name="Key">Where the student belongs.</param>
/// <param name="Profile">What the roster says about the person.</param>
public sealed record Enrolment(StudentKey Key, StudentProfile Profile)
{
    /// <summary>补采: whether the roster says that an earlier photo failed the verification. False takes nothing back.</summary>
    public bool MustRecapture { get; init; }

    /// <summary>What the roster has no column for: of an enrolled student it stays, of a new one it is empty.</summary>
    public ProfileFields Unsaid { get; init; }

    /// <summary>The profile that an enrolled student has afterwards.</summary>
    /// <param name="standing">The profile as stored.</param>
    /// <returns>What the roster says, and for the rest what is stored.</returns>
    public StudentProfile ProfileAfter(StudentProfile standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return Profile with
        {
            Level = Choose(ProfileFields.Level, standing.Level, Profile.Level),
            Major = Choose(ProfileFields.Major, standing.Major, Profile.Major),
            ClassName = Choose(ProfileFields.ClassName, standing.ClassName, Profile.ClassName),
            Mail = Choose(ProfileFields.Mail, standing.Mail, Profile.Mail),
            Phone = Choose(ProfileFields.Phone, standing.Phone, Profile.Phone),
        };
    }

    private string Choose(ProfileFields field, string standing, string said) => Unsaid.HasFlag(field) ? standing : said;
}
