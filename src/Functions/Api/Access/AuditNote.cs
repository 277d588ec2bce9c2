using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>What an endpoint has to say to the audit trail beside what stands in its address.</summary>
internal sealed class AuditNote
{
    /// <summary>The teaching point that it is about; <see cref="Place"/> says it.</summary>
    public TeachingPointCode? Point { get; set; }

    /// <summary>The student that it is about, where the address does not name one.</summary>
    public StudentNumber? Student { get; set; }

    /// <summary>The students that it is about, each with a line of the trail; null: one, or none.</summary>
    public IReadOnlyCollection<StudentNumber>? Students { get; set; }

    public string Details { get; set; } = "";

    public string? Person { get; set; }

    public string? Reason { get; set; }

    /// <summary>A dry run: there is nothing to tell.</summary>
    public bool IsNothing { get; set; }

    public void Take(Attribution by) => (Person, Reason) = (by.Person, by.Reason);
}
