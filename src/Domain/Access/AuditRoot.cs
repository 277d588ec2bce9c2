using System.Security.Cryptography;
using System.Text;

namespace PhotoFunctions.Domain.Access;

/// <summary>
/// The seal on a day of the audit trail: a hash of every line, and one over all of them and the day before. Kept where nobody can write
/// it again, so that an edited, removed or added line is found, and a whole day that is gone.
/// </summary>
public sealed record AuditRoot
{
    /// <summary>The day (UTC+8).</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The root of the day before; empty for the first day of the trail.</summary>
    public required string Previous { get; init; }

    /// <summary>The hash of each line by its id.</summary>
    public required IReadOnlyDictionary<string, string> Lines { get; init; }

    /// <summary>SHA-256 over day, previous root and all lines, 64 lower-case hexadecimal digits.</summary>
    public required string Root { get; init; }

    /// <summary>Whether the root is that of its own parts: nobody changed the seal.</summary>
    public bool IsConsistent => Root == RootOf(Day, Previous, Lines);

    /// <summary>Seals a day.</summary>
    /// <param name="day">The day (UTC+8).</param>
    /// <param name="previous">The root of the day before, or empty.</param>
    /// <param name="lines">The day's lines.</param>
    /// <returns>The seal.</returns>
    public static AuditRoot Of(DateOnly day, string previous, IEnumerable<AuditLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            hashes[line.Id] = line.Hash;
        }

        return new AuditRoot { Day = day, Previous = previous, Lines = hashes, Root = RootOf(day, previous, hashes) };
    }

    private static string RootOf(DateOnly day, string previous, IReadOnlyDictionary<string, string> lines)
    {
        var text = new StringBuilder().Append(day.DayNumber).Append('\n').Append(previous).Append('\n');
        foreach (var (id, hash) in lines.OrderBy(line => line.Key, StringComparer.Ordinal))
        {
            text.Append(id).Append(' ').Append(hash).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
