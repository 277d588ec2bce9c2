using PhotoFunctions.Functions.Mail;
using PhotoFunctions.Functions.Pages;

namespace PhotoFunctions.Functions.Tests.Mail;

/// <summary>The writer, with links that can be recognised.</summary>
internal static class MailWriters
{
    public static MailWriter Create(ComponentHtml html) => new(
        html,
        (student, _) => ValueTask.FromResult(new Uri($"https://photos.college.example/proofing/{student.Key.Number}")),
        (student, _) => ValueTask.FromResult(new Uri($"https://photos.college.example/stop/{student.Number}")));
}
