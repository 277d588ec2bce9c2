using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Students;

/// <summary>Reads one roster row into a student's key and profile, and names every fault of the row.</summary>
internal sealed class RosterRowReader(CohortCode cohort, IReadOnlySet<TeachingPointCode> teachingPoints)
{
    private const int LongestText = 50;
    private static readonly string[] YesWords = ["是", "补采", "1", "true", "yes", "y"];
    private static readonly string[] NoWords = ["", "否", "0", "false", "no"];

    internal RosterEntry Read(RosterRow row)
    {
        if (Formulas(row) is { Count: > 0 } formulas)
        {
            // What it gave when the file was saved may be another row's by now.
            return new RosterEntry(row.RowNumber, null, formulas, []);
        }

        var errors = new List<Failure>();
        var number = Take(StudentNumber.Parse(row.StudentNumber.Trim()), errors);
        var point = Take(TeachingPointCode.Parse(row.TeachingPoint.Trim()), errors);
        if (point is not null && !teachingPoints.Contains(point))
        {
            errors.Add(CohortFailures.TeachingPointUnknown);
        }

        var id = Take(row.NationalIdIsNumeric ? NationalIdFailures.NumericCell : NationalId.Parse(row.NationalId), errors);
        if (row.Name.Trim().Length == 0)
        {
            errors.Add(TextRules.Missing("姓名", "name"));
        }

        errors.AddRange(TextRules.Faults("姓名", "name", row.Name, LongestText));
        errors.AddRange(TextRules.Faults("层次", "level", row.Level ?? "", LongestText));
        errors.AddRange(TextRules.Faults("专业", "major", row.Major ?? "", LongestText));
        errors.AddRange(TextRules.Faults("班级", "class name", row.ClassName ?? "", LongestText));
        errors.AddRange(TextRules.Faults("手机", "phone number", row.Phone ?? "", LongestText));
        errors.AddRange(TextRules.MailFaults(row.Mail ?? ""));
        var mustRecapture = IsOneOf(YesWords, row.Recapture);
        if (!mustRecapture && !IsOneOf(NoWords, row.Recapture))
        {
            errors.Add(RosterFailures.RecaptureUnclear);
        }

        if (errors.Count > 0)
        {
            return new RosterEntry(row.RowNumber, null, errors, []);
        }

        var profile = new StudentProfile
        {
            Name = row.Name.Trim(),
            NationalId = id!,
            Level = row.Level?.Trim() ?? "",
            Major = row.Major?.Trim() ?? "",
            ClassName = row.ClassName?.Trim() ?? "",
            Mail = row.Mail?.Trim() ?? "",
            Phone = row.Phone?.Trim() ?? "",
        };
        return new RosterEntry(
            row.RowNumber,
            new Enrolment(new StudentKey(cohort, point!, number!), profile) { MustRecapture = mustRecapture, Unsaid = Unsaid(row) },
            [],
            id!.HasKnownRegion ? [] : [NationalIdFailures.Region]);
    }

    private static ProfileFields Unsaid(RosterRow row) =>
        (row.Level is null ? ProfileFields.Level : 0)
        | (row.Major is null ? ProfileFields.Major : 0)
        | (row.ClassName is null ? ProfileFields.ClassName : 0)
        | (row.Mail is null ? ProfileFields.Mail : 0)
        | (row.Phone is null ? ProfileFields.Phone : 0);

    private static List<Failure> Formulas(RosterRow row)
    {
        (string? Text, string Chinese, string English)[] cells =
        [
            (row.StudentNumber, "学号", "student number"), (row.Name, "姓名", "name"), (row.NationalId, "身份证号", "ID number"),
            (row.TeachingPoint, "教学点", "teaching point"), (row.Level, "层次", "level"), (row.Major, "专业", "major"),
            (row.ClassName, "班级", "class name"), (row.Mail, "邮箱", "mail address"), (row.Phone, "手机", "phone number"),
            (row.Recapture, "补采", "recapture"),
        ];
        return
        [
            .. from cell in cells
               where cell.Text?.TrimStart().StartsWith(RosterRow.FormulaSign, StringComparison.Ordinal) == true
               select RosterFailures.FormulaCell(cell.Chinese, cell.English),
        ];
    }

    private static bool IsOneOf(string[] words, string cell) => words.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase);

    private static T? Take<T>(Result<T> result, List<Failure> errors)
        where T : class
    {
        if (result.Succeeded(out var value, out var failure))
        {
            return value;
        }

        errors.Add(failure);
        return null;
    }
}
