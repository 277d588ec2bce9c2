using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace PhotoFunctions.Functions.Imaging;

/// <summary>
/// One small file for every decode that is under way, named by checksums of the content and locked by the process that decodes. A file
/// that nobody holds at the next start tells which content a process died over; what was left over twice is not decoded again.
/// Best effort: another machine knows nothing of it.
/// </summary>
internal sealed class DecodeJournal
{
    private const int MostCrashes = 2;
    private const string Running = ".running";
    private const string Crashed = ".crashed";

    // Content that does not come back within a month is not coming: the folder may not grow for ever.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);
    private readonly string _folder;

    public DecodeJournal(string folder, TimeProvider time)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        Forget(time.GetUtcNow() - Memory);
        foreach (var name in LeftOver().Distinct().ToArray())
        {
            var crashed = CrashedPath(name);
            File.WriteAllText(crashed, (CrashesIn(crashed) + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>
    /// What a content is called in the journal: its length and two checksums over all of it, 64 bits. A cryptographic hash would take as long
    /// as a tenth of the outputs do, and who can make two files alike here needs one that ends the process, too.
    /// </summary>
    public static string NameOf(ReadOnlyMemory<byte> content)
    {
        var (even, odd) = (0u, 0u);
        var words = MemoryMarshal.Cast<byte, ulong>(content.Span);
        var pairs = words.Length & ~1;
        for (var at = 0; at < pairs; at += 2)
        {
            even = BitOperations.Crc32C(even, words[at]);
            odd = BitOperations.Crc32C(odd, words[at + 1]);
        }

        foreach (var value in content.Span[(pairs * sizeof(ulong))..])
        {
            even = BitOperations.Crc32C(even, value);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{content.Length:x}-{even:x8}{odd:x8}");
    }

    /// <summary>How often a process died while this content was decoded, among others.</summary>
    public int CrashesOf(string name) => CrashesIn(CrashedPath(name));

    public static bool IsTooOften(int crashes) => crashes >= MostCrashes;

    /// <summary>Notes that a decode begins. To dispose of it notes that it came to its end, whatever it found: the content is harmless.</summary>
    public IDisposable Begin(string name)
    {
        // The same content may come twice at once: each decode has a file of its own.
        var path = Path.Combine(_folder, $"{name}.{Guid.NewGuid():N}{Running}");
        var held = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        return new Entry(held, CrashedPath(name));
    }

    private static int CrashesIn(string path) =>
        File.Exists(path) && int.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out var crashes) ? crashes : 0;

    private string CrashedPath(string name) => Path.Combine(_folder, name + Crashed);

    private void Forget(DateTimeOffset before)
    {
        foreach (var file in new DirectoryInfo(_folder).GetFiles($"*{Crashed}").Where(file => file.LastWriteTimeUtc < before.UtcDateTime))
        {
            file.Delete();
        }
    }

    private IEnumerable<string> LeftOver()
    {
        foreach (var path in Directory.GetFiles(_folder, $"*{Running}"))
        {
            if (TryTake(path))
            {
                yield return Path.GetFileName(path).Split('.')[0];
            }
        }
    }

    // Another process on this machine may be decoding at this moment: what it holds is not left over.
    private static bool TryTake(string path)
    {
        try
        {
            using var free = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private sealed class Entry(FileStream held, string crashed) : IDisposable
    {
        public void Dispose()
        {
            held.Dispose();
            File.Delete(crashed);
        }
    }
}
