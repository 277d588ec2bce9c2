using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Exports;

/// <summary>What an envelope's list says about a student; no ID number.</summary>
/// <param name="Level">层次; empty when the roster has none.</param>
/// <param name="ClassName">班级; empty when the roster has none.</param>
/// <param name="Number">学号.</param>
/// <param name="Name">姓名.</param>
/// <param name="IsAccepted">Whether the photo is accepted, so that a print belongs in the envelope.</param>
public sealed record EnvelopeStudent(string Level, string ClassName, string Number, string Name, bool IsAccepted)
{
    /// <summary>Takes what is needed of a student.</summary>
    /// <param name="student">The student.</param>
    /// <returns>The entry.</returns>
    public static EnvelopeStudent Of(Student student)
    {
        ArgumentNullException.ThrowIfNull(student);
        return new EnvelopeStudent(
            student.Profile.Level,
            student.Profile.ClassName,
            student.Key.Number.Value,
            student.Profile.Name,
            student.Collection == CollectionStatus.Accepted);
    }

    /// <summary>Prints nothing personal.</summary>
    /// <returns>The student number.</returns>
    public override string ToString() => Number;
}
