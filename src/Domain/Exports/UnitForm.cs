using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Exports;

/// <summary>
/// 勘误表, 补印: the form by which the photo unit is asked, in the cohort's columns. One form is about one case: no unit gets a list of names
/// and ID numbers. Source: 教学服〔2022〕10号. Sensitive: holds the ID number in full.
/// </summary>
public static class UnitForm
{
    /// <summary>What a form is called.</summary>
    /// <param name="kind">What is asked for.</param>
    /// <returns>The name.</returns>
    public static string NameOf(UnitRequestKind kind) => kind == UnitRequestKind.Erratum ? "勘误表" : "补印表";

    /// <summary>The headings, as the cohort's settings have them.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="kind">What is asked for.</param>
    /// <returns>The headings.</returns>
    public static IReadOnlyList<string> Headings(Cohort cohort, UnitRequestKind kind) =>
        [.. Columns(cohort, kind).Select(column => column.Heading)];

    /// <summary>The one row of a form.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="request">The request.</param>
    /// <param name="student">The student whom it is about.</param>
    /// <param name="point">The student's teaching point.</param>
    /// <returns>A cell for each heading.</returns>
    public static IReadOnlyList<string> Row(Cohort cohort, UnitRequest request, Student student, TeachingPoint point)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(point);
        return [.. Columns(cohort, request.Kind).Select(column => Cell(column.Field, request, student, point))];
    }

    /// <summary>The file of a form without its extension; it holds no ID number.</summary>
    /// <param name="student">The student.</param>
    /// <param name="request">The request.</param>
    /// <returns>Student number and request.</returns>
    public static string FileName(StudentKey student, UnitRequest request)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(request);
        return $"{student.Number}-{request.Id}";
    }

    private static IReadOnlyList<FormColumn> Columns(Cohort cohort, UnitRequestKind kind)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        return kind == UnitRequestKind.Erratum ? cohort.Forms.Erratum : cohort.Forms.Reprint;
    }

    private static string Cell(FormField field, UnitRequest request, Student student, TeachingPoint point) => field switch
    {
        FormField.StudentNumber => student.Key.Number.Value,
        FormField.Name => student.Profile.Name,
        FormField.NationalId => student.Profile.NationalId.Value,
        FormField.Level => student.Profile.Level,
        FormField.Major => student.Profile.Major,
        FormField.ClassName => student.Profile.ClassName,
        FormField.TeachingPoint => point.Name,
        FormField.ReturnAddress => point.Reached.Address,
        FormField.Contact => point.Reached.Contact,
        FormField.Phone => point.Reached.Phone,
        FormField.Description => request.Description,
        _ => "",
    };
}
