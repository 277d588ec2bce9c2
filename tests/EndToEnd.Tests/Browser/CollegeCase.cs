using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using PhotoFunctions.EndToEnd.Tests.Pipeline;
using PhotoFunctions.LocalHost.Demo;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>A cohort of its own with one teaching point and its students, for whoever looks at the college's pages.</summary>
internal sealed class CollegeCase : IDisposable
{
    public const string Point = "TP1";

    private const double NoPortraitIsThatSharp = 1e9;
    private readonly PipelineHost _host;
    private readonly string _cohort;
    private readonly HttpClient _admin;
    private string? _key;

    private CollegeCase(PipelineHost host, string cohort, IReadOnlyList<SampleStudent> students)
    {
        (_host, _cohort, Students) = (host, cohort, students);
        _admin = new HttpClient
        {
            BaseAddress = new Uri(host.Address, "api/"),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", PipelineHost.AdminKey) },
        };
    }

    public IReadOnlyList<SampleStudent> Students { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes the cohort: every portrait waits for a person, and whatever is written about a student is this text.</summary>
    public static async Task<CollegeCase> CreateAsync(PipelineHost host, string cohort, int students, ulong seed, string? text = null)
    {
        var roster = SampleRoster.Invent(students, seed).OrderBy(student => student.Number, StringComparer.Ordinal).ToList();
        var made = new CollegeCase(host, cohort, roster);
        await made.PutAsync("", new { name = text ?? "2031届", collectionOpensOn = "2020-01-01", collectionClosesOn = "2099-12-31" });
        await made.PutAsync($"/teaching-points/{Point}", new { name = text ?? "示例教学点" });
        await made.PutAsync("/photo-rules", new { sharpness = new { reviewEdgeVariance = NoPortraitIsThatSharp } });
        var csv = new StringBuilder("学号,姓名,身份证号,教学点,层次,专业,班级\n");
        foreach (var student in roster)
        {
            string[] cells = [student.Number, student.Name, student.NationalId, Point, "成人本科", "会计学", student.ClassName];
            csv.AppendJoin(',', cells.Select((cell, column) => Cell(column is 0 or 2 or 3 ? cell : text ?? cell))).Append('\n');
        }

        using var content = new StringContent(csv.ToString(), Encoding.UTF8, "text/csv");
        (await made._admin.PostAsync(made.Path("/roster"), content, Token)).EnsureSuccessStatusCode();
        return made;
    }

    /// <summary>Uploads a portrait for each student, and waits until all wait for a person.</summary>
    public async Task UploadAsync()
    {
        foreach (var student in Students)
        {
            await _host.Container("uploads").GetBlobClient($"{_cohort}/{Point}/{student.NationalId}.jpg")
                .UploadAsync(BinaryData.FromBytes(_host.TakePortrait()), overwrite: true, Token);
        }

        await Eventually.BeAsync(
            "all photos wait for a person",
            async () => (await GetAsync("/students?collection=inReview")).GetProperty("items").GetArrayLength() == Students.Count,
            Token);
    }

    /// <summary>A browser in which the teacher 王老师, or an administrator, has signed in.</summary>
    public async Task<BrowserVisit> VisitAsync(Chromium chromium, bool isPhone, bool isAdministrator = false, bool hasScripts = true)
    {
        var visit = await chromium.VisitAsync(_host.Address, options =>
        {
            options.JavaScriptEnabled = hasScripts;
            if (!isPhone)
            {
                (options.IsMobile, options.HasTouch, options.DeviceScaleFactor) = (false, false, 1);
                options.ViewportSize = new ViewportSize { Width = 1280, Height = 900 };
            }
        });
        var http = visit.Page.Context.APIRequest;
        var session = (await (await http.GetAsync(Address("api/session"))).JsonAsync())!.Value;
        var form = visit.Page.Context.APIRequest.CreateFormData();
        form.Set("accessKey", isAdministrator ? PipelineHost.AdminKey : await KeyAsync());
        form.Set("__RequestVerificationToken", session.GetProperty("formToken").GetString()!);
        var answer = await http.PostAsync(Address("api/sign-in"), new() { Form = form, MaxRedirects = 0 });
        Assert.Equal(303, answer.Status);
        return visit;
    }

    public string Desk(string path) => Address($"api/desk/{_cohort}/{Point}/{path}");

    public string Dashboard(string path) => Address($"api/dashboard/{_cohort}/{path}");

    /// <summary>Where the pages, and the pictures on them, come from.</summary>
    public Uri[] Places => [new Uri(_host.Address, "api/"), new Uri($"http://127.0.0.1:{_host.Gate.Port}/")];

    public async Task<JsonElement> StudentAsync(int index) => await GetAsync($"/students/{Students[index].Number}");

    /// <summary>Does something about a student's photo as somebody else.</summary>
    public async Task DecideAsync(int index, string act, string? reason = null)
    {
        var sha256 = (await StudentAsync(index)).GetProperty("photo").GetProperty("sha256").GetString();
        (await _admin.PostAsJsonAsync(Path($"/students/{Students[index].Number}/photo/{act}"), new { sha256, by = "李老师", reason }, Token))
            .EnsureSuccessStatusCode();
    }

    /// <summary>Asks for something that the address names.</summary>
    public async Task PostAsync(string path, object body) =>
        (await _admin.PostAsJsonAsync(Path(path), body, Token)).EnsureSuccessStatusCode();

    public void Dispose() => _admin.Dispose();

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private string Address(string path) => new Uri(_host.Address, path).AbsoluteUri;

    private Uri Path(string path) => new($"cohorts/{_cohort}{path}", UriKind.Relative);

    private async Task PutAsync(string path, object body) =>
        (await _admin.PutAsJsonAsync(Path(path), body, Token)).EnsureSuccessStatusCode();

    private async Task<JsonElement> GetAsync(string path) => await _admin.GetFromJsonAsync<JsonElement>(Path(path), Token);

    private async Task<string> KeyAsync()
    {
        using var made = await _admin.PostAsJsonAsync(
            new Uri("access-keys", UriKind.Relative), new { holder = "王老师", role = "teachingPoint", teachingPoint = Point }, Token);
        return _key ??= (await made.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("token").GetString()!;
    }
}
