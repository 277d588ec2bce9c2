using System.Text.RegularExpressions;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>
/// How exported photos are named: <c>{nationalId}</c>, <c>{studentNumber}</c> and <c>{name}</c> are filled in. The name must tell one
/// student from another, and be one that every file system takes.
/// </summary>
public sealed partial record FileNameTemplate
{
    private const int LongestText = 100;

    private FileNameTemplate(string text) => Text = text;

    /// <summary>The platform's rule. Source: the notice, <c>&lt;ID number&gt;.jpg</c>.</summary>
    public static FileNameTemplate Default { get; } = new("{nationalId}.jpg");

    /// <summary>The template as written.</summary>
    public string Text { get; }

    /// <summary>Reads a template. Failure: <c>setting-invalid</c>.</summary>
    /// <param name="text">The text as an administrator wrote it.</param>
    /// <returns>The template, or the failure.</returns>
    public static Result<FileNameTemplate> Parse(string? text)
    {
        var plain = Placeholder().Replace(text ?? "", "0");
        return text is { Length: <= LongestText }
            && plain.EndsWith(".jpg", StringComparison.Ordinal)
            && !plain.Any(c => char.IsControl(c) || "/\\:*?\"<>|{}".Contains(c, StringComparison.Ordinal))
            && (text.Contains("{nationalId}", StringComparison.Ordinal) || text.Contains("{studentNumber}", StringComparison.Ordinal))
                ? new FileNameTemplate(text)
                : CohortFailures.SettingInvalid(
                    "photoFileName",
                    new("含{nationalId}或{studentNumber}、以.jpg结尾的文件名", "a file name with {nationalId} or {studentNumber} that ends in .jpg"),
                    new("其他内容", "another one"));
    }

    /// <summary>Puts a student's texts in place, just as they are: what a file system refuses is still in it.</summary>
    internal string Fill(Student student) => Placeholder().Replace(Text, found => found.Groups[1].Value switch
    {
        "nationalId" => student.Profile.NationalId.Value,
        "studentNumber" => student.Key.Number.Value,
        _ => student.Profile.Name,
    });

    /// <summary>The template.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;

    [GeneratedRegex("\\{(nationalId|studentNumber|name)\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
