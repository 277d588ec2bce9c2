using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Access;

/// <summary>What an administrator asks for: a key for whom, to do what, for how long.</summary>
public sealed record AccessKeyDraft
{
    /// <summary>Longest name of a holder, in characters.</summary>
    public const int LongestHolder = 50;

    /// <summary>How long a key lives unless somebody says otherwise: a collection with what comes after it.</summary>
    public const int DefaultDays = 400;

    /// <summary>The longest life, in days.</summary>
    public const int MostDays = 800;

    private AccessKeyDraft(string holder, AccessRole role, TeachingPointCode? point, int days) =>
        (Holder, Role, TeachingPoint, Days) = (holder, role, point, days);

    /// <summary>Who will hold it, 1 to 50 characters.</summary>
    public string Holder { get; }

    /// <summary>What it may do.</summary>
    public AccessRole Role { get; }

    /// <summary>The teaching point; null exactly for administrators.</summary>
    public TeachingPointCode? TeachingPoint { get; }

    /// <summary>For how many days, 1 to 800.</summary>
    public int Days { get; }

    /// <summary>
    /// Builds one from what a caller sent. Failures: <c>value-missing</c>, <c>value-too-long</c>, <c>control-character</c>,
    /// <c>code-shape</c>, <c>request-invalid</c> (days; a teaching point for an administrator).
    /// </summary>
    /// <param name="holder">Who will hold it.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="teachingPoint">The teaching point's code.</param>
    /// <param name="days">For how many days; null: 400.</param>
    /// <returns>The draft, or the failure.</returns>
    public static Result<AccessKeyDraft> Create(string? holder, AccessRole role, string? teachingPoint, int? days)
    {
        if (TextRules.Required("持有人", "name of the holder", holder, LongestHolder) is { } ofHolder)
        {
            return ofHolder;
        }

        if (NationalId.Parse(holder!).Failure is null)
        {
            return RequestFailures.Invalid("holder应为持有人姓名,不能是身份证号", "the name of the holder for holder but received a citizen ID number");
        }

        if (days is < 1 or > MostDays)
        {
            return RequestFailures.Invalid($"days应为1至{MostDays}的整数", $"a whole number from 1 to {MostDays} for days but received {days}");
        }

        if (role == AccessRole.Administrator)
        {
            return teachingPoint is null
                ? new AccessKeyDraft(holder!.Trim(), role, null, days ?? DefaultDays)
                : RequestFailures.Invalid(
                    "管理员密钥不属于任何教学点", "no teachingPoint for the role administrator but received one");
        }

        return teachingPoint is null ? RequestFailures.Missing("teachingPoint", "教学点代码")
            : TeachingPointCode.Parse(teachingPoint).Succeeded(out var point, out var failure)
                ? new AccessKeyDraft(holder!.Trim(), role, point, days ?? DefaultDays)
            : failure;
    }
}
