using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Exports;

/// <summary>信封: the prints of one class of a teaching point, in the order of the student numbers. Source: the notice.</summary>
/// <param name="Point">The teaching point.</param>
/// <param name="Level">层次; empty for students without one. Classes of two levels may have one name.</param>
/// <param name="ClassName">班级; empty for students without one.</param>
/// <param name="Students">The students of the class.</param>
public sealed record Envelope(TeachingPoint Point, string Level, string ClassName, IReadOnlyList<EnvelopeStudent> Students)
{
    /// <summary>The name of the list.</summary>
    public const string Name = "信封清单";

    /// <summary>The headings.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["教学点", "教学点名称", "层次", "班级", "学号", "姓名", "照片审核通过"];

    /// <summary>How many prints belong in the envelope.</summary>
    public int AcceptedPhotos => Students.Count(student => student.IsAccepted);

    /// <summary>Sorts the students of a teaching point into envelopes, both in ordinal order.</summary>
    /// <param name="point">The teaching point.</param>
    /// <param name="students">Its students, in any order.</param>
    /// <returns>The envelopes by level and class; none without students.</returns>
    public static IReadOnlyList<Envelope> Sort(TeachingPoint point, IEnumerable<EnvelopeStudent> students) =>
    [
        .. students.GroupBy(student => (student.Level, student.ClassName))
            .OrderBy(group => group.Key.Level, StringComparer.Ordinal)
            .ThenBy(group => group.Key.ClassName, StringComparer.Ordinal)
            .Select(group => new Envelope(point, group.Key.Level, group.Key.ClassName, [.. group.OrderBy(student => student.Number, StringComparer.Ordinal)])),
    ];

    /// <summary>The envelope's rows.</summary>
    /// <returns>For every student a cell for each heading.</returns>
    public IEnumerable<IReadOnlyList<string>> Rows() => Students.Select(IReadOnlyList<string> (student) =>
        [Point.Code.Value, Point.Name, Level, ClassName, student.Number, student.Name, student.IsAccepted ? "是" : "否"]);
}
