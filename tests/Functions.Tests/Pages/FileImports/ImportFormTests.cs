using System.Text;
using PhotoFunctions.Domain.Access;

namespace PhotoFunctions.Functions.Tests.Pages.FileImports;

/// <summary>Forms that are no import: whatever comes, the answer is a page with a code, and nothing is stored.</summary>
public sealed class ImportFormTests(EmulatorFixture emulator)
{
    private const int Megabyte = 1024 * 1024;

    private static readonly byte[] Good = Encoding.UTF8.GetBytes($"学号,姓名,身份证号,教学点\nS1,张三,{TestIds.First},TP1\n");

    [Fact]
    public async Task Refuses_what_is_not_one_file_of_a_known_kind()
    {
        using var import = await ImportCase.CreateAsync(emulator, "PGF1");
        using var two = ImportCase.Form(Good, "a.csv");
        two.Add(new ByteArrayContent(Good), "file", "b.csv");
        using var none = new MultipartFormDataContent { { new StringContent("yes"), "write" } };
        using var other = new MultipartFormDataContent { { new ByteArrayContent(Good), "photo", "a.csv" } };

        Assert.Equal((400, "request-invalid"), await RefusalAsync(import.SendAsync("roster", two)));
        Assert.Equal((400, "value-missing"), await RefusalAsync(import.SendAsync("roster", none)));
        Assert.Equal((400, "request-invalid"), await RefusalAsync(import.SendAsync("roster", other)));
        Assert.Equal((400, "value-missing"), await RefusalAsync(import.SendAsync("roster", Raw("""filename="" """))));
        Assert.Equal((400, "roster-unreadable"), await RefusalAsync(import.PostAsync("roster", [], "空.csv")));
        Assert.Equal((400, "roster-unreadable"), await RefusalAsync(import.PostAsync("roster", Good, "名单.xlsm")));
        Assert.Equal((400, "roster-unreadable"), await RefusalAsync(import.PostAsync("roster", Good, "名单")));
        Assert.Equal((400, "roster-unreadable"), await RefusalAsync(import.PostAsync("roster", [0x50, 0x4b, 3, 4, 1, 2, 3], "名单.xlsx")));
        Assert.Equal((400, "roster-unreadable"), await RefusalAsync(import.PostAsync("roster", [0xff, 0xd8, 0xff, 0, 0x80], "a.csv")));
        Assert.Single(await import.AuditAsync(AuditAction.RosterImported));
    }

    [Theory]
    [InlineData(0, 400, "heading-missing")]
    [InlineData(1, 413, "roster-too-large")]
    [InlineData(5 * Megabyte, 413, "roster-too-large")]
    [InlineData(7 * Megabyte, 413, "request-too-large")]
    public async Task Takes_ten_megabytes_and_no_byte_more(int more, int status, string code)
    {
        using var import = await ImportCase.CreateAsync(emulator, $"PGF2-{more}");
        var content = new byte[(10 * Megabyte) + more];
        Array.Fill(content, (byte)'\n');

        Assert.Equal((status, code), await RefusalAsync(import.PostAsync("roster", content, "名单.csv")));
    }

    [Fact]
    public async Task Refuses_forms_that_are_too_much_or_broken()
    {
        using var import = await ImportCase.CreateAsync(emulator, "PGF3");
        using var many = ImportCase.Form(Good, "a.csv", [.. Enumerable.Range(0, 2_000).Select(i => ($"f{i}", "x"))]);
        using var longName = ImportCase.Form(Good, "a.csv", (new string('n', 5_000), "x"));
        using var longValue = ImportCase.Form(Good, "a.csv", ("asOf", new string('9', 100_000)));
        using var fields = new FormUrlEncodedContent([new("write", "yes")]);
        var contents = new Dictionary<string, HttpContent>
        {
            ["many fields"] = many,
            ["a long name"] = longName,
            ["a long value"] = longValue,
            ["no file"] = fields,
            ["no body"] = Typed([], "multipart/form-data; boundary=b"),
            ["no boundary"] = Typed(Good, "multipart/form-data"),
            ["an empty boundary"] = Typed(Good, "multipart/form-data; boundary=\"\""),
            ["a long boundary"] = Typed(Good, $"multipart/form-data; boundary={new string('b', 500)}"),
            ["another boundary"] = Raw("filename=\"a.csv\"", boundary: "other"),
            ["a form cut off"] = Cut(),
            ["a part without a name"] = Typed("--b\r\n\r\nx\r\n--b--\r\n"u8.ToArray(), "multipart/form-data; boundary=b"),
            ["a part of many headers"] = Raw("filename=\"a.csv\"", string.Concat(Enumerable.Range(0, 50).Select(i => $"X-{i}: y\r\n"))),
            ["another encoding"] = Typed(Good, "multipart/form-data; boundary=b; charset=utf-7"),
            ["json"] = Typed("{}"u8.ToArray(), "application/json"),
            ["no type"] = new ByteArrayContent(Good),
        };
        foreach (var (name, content) in contents)
        {
            var (status, code) = await RefusalAsync(import.SendAsync("roster", content));
            Assert.True(status is >= 400 and < 500 && code != "none", $"{name}: {status} {code}");
            content.Dispose();
        }

        Assert.Single(await import.AuditAsync(AuditAction.RosterImported));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    [InlineData("nosuch")]
    public async Task Reads_fields_in_odd_encodings_or_refuses_them(string charset)
    {
        using var import = await ImportCase.CreateAsync(emulator, $"PGF4-{charset}");
        var field = "--b\r\nContent-Disposition: form-data; name=\"asOf\"\r\n"
            + $"Content-Type: text/plain; charset={charset}\r\n\r\n+AGEAYg-\r\n";

        var answer = await import.SendAsync("roster", Raw("filename=\"a.csv\"", before: field));

        Assert.True(answer.Status is 200 or (>= 400 and < 500), $"{charset}: {answer.Status}");
    }

    [Fact]
    public async Task Asks_a_session_for_its_form_token_in_the_form_or_in_a_header()
    {
        using var import = await ImportCase.CreateAsync(emulator, "PGF5");
        using var browser = await Browser.SignedInAsync(import.App, FunctionApp.AdminKey);
        var token = await browser.FormTokenAsync();
        var sent = new (HttpContent Content, string? Header, int Status)[]
        {
            (ImportCase.Form(Good, "a.csv"), null, 400),
            (ImportCase.Form(Good, "a.csv"), "another", 400),
            (Cut(), null, 400),
            (Cut(), token, 400),
            (ImportCase.Form(Good, "a.csv", (Browser.TokenField, token)), null, 200),
            (ImportCase.Form(Good, "a.csv"), token, 200),
        };
        foreach (var (content, header, status) in sent)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, import.Address("roster")) { Content = content };
            if (header is not null)
            {
                request.Headers.Add(Browser.TokenHeader, header);
            }

            var answer = await ImportCase.ReadAsync(await browser.SendAsync(request));
            Assert.True(answer.Status == status, $"{header ?? "no token"}: {answer.Status} {answer.Text}");
        }
    }

    private static async Task<(int Status, string Code)> RefusalAsync(Task<ImportCase.ImportAnswer> answering)
    {
        var answer = await answering;
        var code = answer.Html.Split("<code>") is [_, var rest, ..] ? rest.Split("</code>")[0] : "none";
        return (answer.Status, code);
    }

    private static ByteArrayContent Cut() => Typed(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n学号"u8.ToArray(),
        "multipart/form-data; boundary=b");

    private static ByteArrayContent Raw(string fileName, string headers = "", string boundary = "b", string before = "") => Typed(
        [
            .. Encoding.UTF8.GetBytes($"{before}--b\r\nContent-Disposition: form-data; name=\"file\"; {fileName}\r\n{headers}\r\n"),
            .. fileName.Contains("\"\"", StringComparison.Ordinal) ? [] : Good,
            .. "\r\n--b--\r\n"u8,
        ],
        $"multipart/form-data; boundary={boundary}");

    private static ByteArrayContent Typed(byte[] content, string type)
    {
        var body = new ByteArrayContent(content);
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        return body;
    }
}
