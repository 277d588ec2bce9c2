using System.Globalization;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.EndToEnd.Tests.Pipeline;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>The page reads ID numbers as the app does: what it lets through is not refused later, and nothing good is held back.</summary>
public sealed class IdNumberModuleTests(PipelineHost host, Chromium chromium) : IClassFixture<PipelineHost>, IClassFixture<Chromium>
{
    private const int Generated = 3000;
    private const string Read =
        """
        async (texts) => {
          const style = document.querySelector('link[rel=stylesheet]').getAttribute('href');
          const { readIdNumber } = await import(style.replace('college.css', 'id-number.js'));
          return texts.map((text) => { const { value, fault } = readIdNumber(text); return value ?? fault; });
        }
        """;

    private static readonly string[] Known =
    [
        "11010519491231002X", "440524188001010014", "11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "11010519491231002ｘ",
        " 11010519491231002X\u3000", "\u008511010519491231002X", "\uFEFF11010519491231002X", "110105194912310021", "110105194902310025",
        "110105190002290001", "110105000002290001", "", "X", "11010519491231002XX", "1101051949123100-X", "٤٤٠٥٢٤١٨٨٠٠١٠١٠٠١٤", "张三", "😀10519491231002X",
    ];

    [Fact]
    public async Task Reads_what_the_app_reads()
    {
        var visit = await new UploadDesk(host, chromium).OpenAsync();
        await using var closing = visit.Visit;
        var seed = TimeProvider.System.GetUtcNow().Ticks;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random((int)(seed % int.MaxValue));
        var texts = Known.Concat(Enumerable.Range(0, Generated).Select(_ => Bend(random, random.Next(3) == 0 ? Digits(random) : Valid(random)))).ToList();

        var found = await visit.Visit.Page.EvaluateAsync<string[]>(Read, texts);

        Assert.Equal(texts.Select(text => $"{text}: {Expected(text)}"), texts.Zip(found, (text, read) => $"{text}: {read}"));
        Assert.InRange(found.Count(read => read.Length == 18), Generated / 10, Generated);
    }

    private static string Expected(string text)
    {
        var id = NationalId.Parse(text);
        return id.Failure?.Code switch
        {
            null => id.Value!.Value,
            FailureCodes.NationalIdDate => "date",
            FailureCodes.NationalIdChecksum => "checksum",
            _ => "shape",
        };
    }

    private static string Valid(Random random) => NationalIds.Complete(string.Create(
        CultureInfo.InvariantCulture,
        $"{random.Next(110000, 660000)}{new DateOnly(1900, 1, 1).AddDays(random.Next(45000)):yyyyMMdd}{random.Next(1000):000}"));

    private static string Digits(Random random) => NationalIds.Complete(string.Concat(Enumerable.Range(0, 17).Select(_ => random.Next(10))));

    // Left as it is, or one character changed, or widened, or set among blanks.
    private static string Bend(Random random, string id)
    {
        var at = random.Next(id.Length);
        return random.Next(6) switch
        {
            0 => id[..at] + random.Next(10) + id[(at + 1)..],
            1 => string.Concat(id.Select(c => char.IsDigit(c) ? (char)(c - '0' + '０') : 'ｘ')),
            2 => $"\t{id} ",
            3 => id.Remove(at, 1),
            _ => id,
        };
    }
}
