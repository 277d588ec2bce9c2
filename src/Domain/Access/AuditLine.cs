using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PhotoFunctions.Domain.Access;

/// <summary>A line of the audit trail as it was read back.</summary>
/// <param name="Id">Names the line within its day, in the order of time.</param>
/// <param name="Entry">What it says; null when it cannot be read any more: somebody changed it.</param>
public sealed record AuditLine(string Id, AuditEntry? Entry)
{
    /// <summary>
    /// SHA-256 over what the line says, 64 lower-case hexadecimal digits; of an unreadable line, empty. Over the plain words, so that a
    /// rotation of the encryption keys leaves it as it is.
    /// </summary>
    public string Hash => Entry is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(Entry))));

    // Each part behind its length: no two lines have one text.
    private string Text(AuditEntry entry) => string.Concat(new[]
    {
        Id,
        entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture),
        entry.Credential,
        entry.Role?.ToString() ?? "",
        entry.Action.ToString(),
        entry.Cohort?.Value ?? "",
        entry.TeachingPoint?.Value ?? "",
        entry.Student?.Value ?? "",
        entry.Details,
        entry.Person ?? "",
        entry.Reason ?? "",
    }.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}")));
}
