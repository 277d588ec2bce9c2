using System.Net.Mail;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Students;

/// <summary>Reads one roster row into a student's key and profile, and names every fault of the row.</summary>
internal sealed class RosterRowReader(CohortCode cohort, IReadOnlySet<TeachingPointCode> teachingPoints)
{
    private const int LongestText = 50;
    private const int LongestMail = 254;

    internal RosterEntry Read(RosterRow row)
    {
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
            errors.Add(RosterFailures.Missing("姓名", "name"));
        }

        CheckText("姓名", "name", row.Name, LongestText, errors);
        CheckText("层次", "level", row.Level, LongestText, errors);
        CheckText("专业", "major", row.Major, LongestText, errors);
        CheckText("班级", "class name", row.ClassName, LongestText, errors);
        CheckText("手机", "phone number", row.Phone, LongestText, errors);
        CheckText("邮箱", "mail address", row.Mail, LongestMail, errors);
        var mail = row.Mail.Trim();
        if (mail.Length > 0 && !mail.Any(char.IsControl) && (!MailAddress.TryCreate(mail, out var address) || address.Address != mail))
        {
            errors.Add(RosterFailures.MailShape);
        }

        if (errors.Count > 0)
        {
            return new RosterEntry(row.RowNumber, null, null, errors, []);
        }

        var profile = new StudentProfile
        {
            Name = row.Name.Trim(),
            NationalId = id!,
            Level = row.Level.Trim(),
            Major = row.Major.Trim(),
            ClassName = row.ClassName.Trim(),
            Mail = mail,
            Phone = row.Phone.Trim(),
        };
        return new RosterEntry(
            row.RowNumber, new StudentKey(cohort, point!, number!), profile, [], id!.HasKnownRegion ? [] : [NationalIdFailures.Region]);
    }

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

    private static void CheckText(string chinese, string english, string text, int limit, List<Failure> errors)
    {
        if (text.Trim().Length > limit)
        {
            errors.Add(RosterFailures.TooLong(chinese, english, limit, text.Trim().Length));
        }

        // Line ends would break mail headers and exported files.
        if (text.Trim().Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'))
        {
            errors.Add(RosterFailures.ControlCharacter(chinese, english));
        }
    }
}
