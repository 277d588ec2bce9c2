using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PhotoFunctions.LocalHost.Demo.Api;

/// <summary>The app's HTTP API as any client uses it: an address, a key, JSON.</summary>
internal sealed class DemoApi : IDisposable
{
    private const int PageSize = 1000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly HttpClient _http;

    public DemoApi(Uri address, string adminKey)
    {
        _http = new HttpClient { BaseAddress = new Uri(address, "api/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", adminKey);
    }

    public Task PutCohortAsync(string cohort, object body, CancellationToken cancellationToken) =>
        SendAsync<JsonElement>(HttpMethod.Put, $"cohorts/{cohort}", JsonBody(body), cancellationToken);

    public Task PutTeachingPointAsync(string cohort, string code, string name, string mail, CancellationToken cancellationToken) =>
        SendAsync<JsonElement>(HttpMethod.Put, $"cohorts/{cohort}/teaching-points/{code}", JsonBody(new { name, mail }), cancellationToken);

    /// <summary>Makes an access key of a teaching point that is good for a day, as an administrator does; returns what its holder sends.</summary>
    public async Task<string> IssueKeyAsync(string teachingPoint, CancellationToken cancellationToken)
    {
        var key = new { holder = "演示教师", role = "teachingPoint", teachingPoint, days = 1 };
        return (await SendAsync<JsonElement>(HttpMethod.Post, "access-keys", JsonBody(key), cancellationToken)).GetProperty("token").GetString()!;
    }

    public Task<RosterReport> PostRosterAsync(string cohort, byte[] content, string contentType, CancellationToken cancellationToken) =>
        SendAsync<RosterReport>(HttpMethod.Post, $"cohorts/{cohort}/roster", Body(content, contentType), cancellationToken);

    public Task<CohortSummary> GetSummaryAsync(string cohort, CancellationToken cancellationToken) =>
        SendAsync<CohortSummary>(HttpMethod.Get, $"cohorts/{cohort}/summary", null, cancellationToken);

    public Task<StudentDetails> GetStudentAsync(string cohort, string studentNumber, CancellationToken cancellationToken) =>
        SendAsync<StudentDetails>(HttpMethod.Get, $"cohorts/{cohort}/students/{studentNumber}", null, cancellationToken);

    public Task PostVerdictsAsync(string cohort, string csv, CancellationToken cancellationToken) => SendAsync<JsonElement>(
        HttpMethod.Post, $"cohorts/{cohort}/results/verification", Body(Encoding.UTF8.GetBytes(csv), "text/csv"), cancellationToken);

    public Task PostVerificationAsync(string cohort, string studentNumber, object body, CancellationToken cancellationToken) =>
        SendAsync<JsonElement>(HttpMethod.Post, $"cohorts/{cohort}/students/{studentNumber}/verification", JsonBody(body), cancellationToken);

    public Task<ReminderDay> PreviewRemindersAsync(string cohort, DateOnly date, CancellationToken cancellationToken) =>
        SendAsync<ReminderDay>(HttpMethod.Get, $"cohorts/{cohort}/reminders/preview?date={date:yyyy-MM-dd}&top=1", null, cancellationToken);

    public Task RunRemindersAsync(string cohort, CancellationToken cancellationToken) =>
        SendAsync<JsonElement>(HttpMethod.Post, $"cohorts/{cohort}/reminders/run", null, cancellationToken);

    public async Task<IReadOnlyList<ReminderLine>> ListRemindersAsync(string cohort, CancellationToken cancellationToken)
    {
        var items = new List<ReminderLine>();
        string? continuation = null;
        do
        {
            var query = continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}";
            var page = await SendAsync<ReminderPage>(
                HttpMethod.Get, $"cohorts/{cohort}/reminders?top={PageSize}{query}", null, cancellationToken);
            items.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return items;
    }

    /// <summary>Answers the proofing question as a student does: the page is opened, then its form is sent. No key is needed.</summary>
    public static async Task AnswerAsync(Uri link, string answer, CancellationToken cancellationToken)
    {
        using var student = new HttpClient();
        using var page = await student.GetAsync(link, cancellationToken);
        using var form = new FormUrlEncodedContent([new("answer", answer)]);
        await form.LoadIntoBufferAsync(cancellationToken);
        using var sent = await student.PostAsync(link, form, cancellationToken);
        if (!page.IsSuccessStatusCode || !sent.IsSuccessStatusCode)
        {
            throw new DemoException($"The proofing page answered {(int)page.StatusCode}, and {(int)sent.StatusCode} to its form.");
        }
    }

    public Task<IReadOnlyList<UploadView>> ListUploadsAsync(string cohort, string teachingPoint, CancellationToken cancellationToken) =>
        ListAsync($"cohorts/{cohort}/teaching-points/{teachingPoint}/uploads", cancellationToken);

    public Task<IReadOnlyList<UploadView>> ListUnplacedUploadsAsync(CancellationToken cancellationToken) =>
        ListAsync("uploads/unplaced", cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<IReadOnlyList<UploadView>> ListAsync(string path, CancellationToken cancellationToken)
    {
        var items = new List<UploadView>();
        string? continuation = null;
        do
        {
            var query = continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}";
            var page = await SendAsync<UploadPage>(HttpMethod.Get, $"{path}?top={PageSize}{query}", null, cancellationToken);
            items.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return items;
    }

    private async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        using var response = await _http.SendAsync(request, cancellationToken);
        var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return JsonSerializer.Deserialize<T>(content, Json)!;
        }

        throw new DemoException($"{method} /api/{path.Split('?')[0]}: {(int)response.StatusCode} {Reason(content)}");
    }

    private static string Reason(byte[] content)
    {
        try
        {
            var problem = JsonSerializer.Deserialize<Problem>(content, Json);
            return $"{problem?.Code} {problem?.MessageZh} {problem?.Detail}";
        }
        catch (JsonException)
        {
            return "with an answer that is no problem description";
        }
    }

    // Bodies are sent whole: the host's forwarding wants a Content-Length.
    private static ByteArrayContent JsonBody(object body) => Body(JsonSerializer.SerializeToUtf8Bytes(body, Json), "application/json");

    private static ByteArrayContent Body(byte[] content, string contentType) =>
        new(content) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
}
