using System.Globalization;
using System.Security.Cryptography;

namespace PhotoFunctions.Functions.Imaging;

/// <summary>
/// One small file for every decode that is under way, named by the hash of the content. A file that is left over at the next start tells
/// which content the process died over; what was left over twice is not decoded again. Best effort: another machine knows nothing of it.
/// </summary>
internal sealed class DecodeJournal
{
    private const int MostCrashes = 2;
    private const string Running = ".running";
    private const string Crashed = ".crashed";
    private readonly string _folder;

    public DecodeJournal(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        foreach (var left in Directory.GetFiles(folder, $"*{Running}"))
        {
            var crashes = Path.ChangeExtension(left, Crashed);
            File.WriteAllText(crashes, (CrashesIn(crashes) + 1).ToString(CultureInfo.InvariantCulture));
            File.Delete(left);
        }
    }

    /// <summary>Notes that a decode begins.</summary>
    public string Begin(ReadOnlyMemory<byte> content)
    {
        var name = NameOf(content);
        File.WriteAllBytes(Path.Combine(_folder, name + Running), []);
        return name;
    }

    /// <summary>Notes that a decode came to its end, whatever it found: the content is harmless.</summary>
    public void End(string name)
    {
        File.Delete(Path.Combine(_folder, name + Running));
        File.Delete(Path.Combine(_folder, name + Crashed));
    }

    /// <summary>How often the process died while this content was decoded, among others.</summary>
    public int CrashesOf(ReadOnlyMemory<byte> content) =>
        CrashesIn(Path.Combine(_folder, NameOf(content) + Crashed));

    public static bool IsTooOften(int crashes) => crashes >= MostCrashes;

    private static string NameOf(ReadOnlyMemory<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content.Span));

    private static int CrashesIn(string path) =>
        File.Exists(path) && int.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out var crashes) ? crashes : 0;
}
