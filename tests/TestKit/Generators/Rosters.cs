using System.Globalization;
using CsCheck;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.TestKit.Generators;

/// <summary>Small rosters that get into each other's way: few numbers, few ID numbers, few names, three teaching points.</summary>
public static class Rosters
{
    private const int People = 6;

    /// <summary>Rosters of a cohort to be named; in each no number and no ID number stands twice.</summary>
    public static Gen<Func<CohortCode, Enrolment[]>> Conflicting { get; } =
        from numbers in Gen.Shuffle(Enumerable.Range(0, People).ToArray())
        from ids in Gen.Shuffle(Enumerable.Range(0, People).ToArray())
        from names in Gen.Int[0, 2].Array[People]
        from points in Gen.Int[1, 3].Array[People]
        from classes in Gen.Int[0, 1].Array[People]
        from length in Gen.Int[1, People]
        select new Func<CohortCode, Enrolment[]>(cohort =>
            [.. Enumerable.Range(0, length).Select(i => Of(cohort, numbers[i], ids[i], names[i], points[i], $"{classes[i]}班"))]);

    /// <summary>An ID number for every index below 999.</summary>
    public static string Id(int index) => NationalIds.Complete(string.Create(CultureInfo.InvariantCulture, $"36010319990101{index:D3}"));

    /// <summary>A row of a roster.</summary>
    public static Enrolment Of(CohortCode cohort, int number, int id, int name = 0, int point = 1, string className = "") => new(
        new StudentKey(
            cohort,
            TeachingPointCode.Parse(string.Create(CultureInfo.InvariantCulture, $"TP{point}")).Value!,
            StudentNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"S{number}")).Value!),
        new StudentProfile
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"学生{name}"),
            NationalId = NationalId.Parse(Id(id)).Value!,
            ClassName = className,
        });
}
