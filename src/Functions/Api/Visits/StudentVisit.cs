using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Links;

namespace PhotoFunctions.Functions.Api.Visits;

/// <summary>A student who came through a link, as stored now.</summary>
public sealed record StudentVisit(StudentLink Link, Cohort Cohort, TeachingPoint? Point, Student Student)
{
    private const int TailCharacters = 4;

    /// <summary>The first character of the name: enough for its owner to know it.</summary>
    public string MaskedName => Student.Profile.Name.EnumerateRunes().FirstOrDefault() is { Value: > 0 } first ? $"{first}**" : "";

    /// <summary>The end of the student number.</summary>
    public string NumberTail
    {
        get
        {
            var number = Student.Key.Number.Value;
            return number[^Math.Min(TailCharacters, number.Length)..];
        }
    }
}
