using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PhotoFunctions.Functions.Tests.Api;

public sealed class StudentListApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_through_a_cohort_by_teaching_point_and_number()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "LS11");

        foreach (var top in new[] { 1, 2, 3, 4, 5, 6, 7, 8, 1000 })
        {
            Assert.Equal(["A1", "A2", "B1", "B2", "C1", "A3", "B3"], await WalkAsync(admin, $"LS11/students?top={top}", top));
        }
    }

    [Fact]
    public async Task Sorts_a_teaching_points_students_and_pages_in_that_order()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "LS12", oneByOne: true);
        (string Sort, string Order)[] orders =
        [
            ("studentNumber", "A1 A2 B1 B2 C1"), ("-studentNumber", "C1 B2 B1 A2 A1"), ("className", "B2 A1 B1 A2 C1"),
            ("collectionSince", "C1 B2 B1 A2 A1"), ("-collectionSince", "A1 A2 B1 B2 C1"),
        ];

        foreach (var (sort, order) in orders)
        {
            foreach (var top in new[] { 1, 2, 5 })
            {
                var listed = await WalkAsync(admin, $"LS12/teaching-points/TP1/students?sort={sort}&top={top}", top);

                Assert.Equal(order, string.Join(' ', listed));
            }
        }
    }

    [Fact]
    public async Task Shows_those_that_pass_every_filter()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "LS13");
        (string Filter, string OfPoint, string Others)[] cases =
        [
            ("numberPrefix=A", "A1 A2", "A3"),
            ("numberPrefix=A1", "A1", ""),
            ("numberPrefix=a", "", ""),
            ("level=专升本", "A2", "B3"),
            ("level=专升本&className=2班", "A2", ""),
            ("className=1班", "A1 B1", "A3"),
            ("className=O'Neill班", "C1", ""),
            ("collection=accepted", "", ""),
            ("collection=awaiting&stage=collection&proofing=notDue&verification=pending&numberPrefix=B", "B1 B2", "B3"),
            ("review=findings", "", ""),
        ];

        foreach (var (filter, ofPoint, others) in cases)
        {
            Assert.Equal(ofPoint, string.Join(' ', await WalkAsync(admin, $"LS13/teaching-points/TP1/students?{filter}", 100)));
            Assert.Equal($"{ofPoint} {others}".Trim(), string.Join(' ', await WalkAsync(admin, $"LS13/students?{filter}", 100)));
        }
    }

    [Fact]
    public async Task Takes_a_token_for_its_own_list_filter_and_order_only()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "LS4");
        const string Point = "LS4/teaching-points/TP1/students?top=1";
        string[] lists =
        [
            Point, Point + "&sort=className", Point + "&sort=-studentNumber", Point + "&className=1班", Point + "&collection=awaiting",
            "LS4/students?top=1", "LS4/teaching-points/TP2/students?top=1",
        ];
        var tokens = new List<string>();
        foreach (var list in lists)
        {
            tokens.Add((await GetAsync(admin, list)).GetProperty("continuation").GetString()!);
        }

        foreach (var (list, i) in lists.Select((list, i) => (list, i)))
        {
            foreach (var (token, j) in tokens.Select((token, j) => (token, j)))
            {
                using var response = await admin.GetAsync(Address($"{list}&continuation={token}"), Token);

                Assert.Equal(i == j ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
            }
        }

        Assert.Equal("continuation-invalid", await CodeAsync(await admin.GetAsync(Address($"{Point}&continuation={tokens[0]}A"), Token)));
    }

    [Fact]
    public async Task Shows_a_teaching_point_its_own_students_wherever_it_asks()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "LS5");
        using var point = await TeachingPointAsync(app, admin, "TP2");

        Assert.Equal(["A3", "B3"], await WalkAsync(point, "LS5/students?top=1", 1));
        Assert.Equal(["B3", "A3"], await WalkAsync(point, "LS5/students?top=1&sort=-studentNumber", 1));
        foreach (var code in new[] { "TP1", "TP9" })
        {
            using var other = await point.GetAsync(Address($"LS5/teaching-points/{code}/students"), Token);
            Assert.Equal((HttpStatusCode.NotFound, "teaching-point-unknown"), (other.StatusCode, await CodeAsync(other)));
        }

        var token = (await GetAsync(admin, "LS5/students?top=1")).GetProperty("continuation").GetString();
        Assert.Equal("continuation-invalid", await CodeAsync(await point.GetAsync(Address($"LS5/students?continuation={token}"), Token)));
    }

    [Fact]
    public async Task Refuses_a_query_that_it_does_not_know()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "LS6");
        string[] queries =
        [
            "/students?top=1&top=2",
            "/students?top=1,2",
            "/students?Top=1&top=1",
            "/students?page=2",
            "/students?sort=className",
            "/teaching-points/TP1/students?sort=name",
            "/students?stage=done",
            "/students?review=yes",
            "/students?level=",
            "/students?className=%00",
            "/students/A1?photo=1",
            "/teaching-points?cohort=LS6",
            "/summary?top=1",
            "?top=1",
        ];

        foreach (var query in queries)
        {
            using var response = await admin.GetAsync(Address($"LS6{query}"), Token);

            Assert.Equal((query, HttpStatusCode.BadRequest, "request-invalid"), (query, response.StatusCode, await CodeAsync(response)));
        }
    }

    [Fact]
    public async Task Reads_a_page_of_a_cohort_in_one_transaction_and_sees_a_new_teaching_point_at_once()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "LS9");
        await GetAsync(admin, "LS9/students?top=3");
        app.Calls.Reset();

        await GetAsync(admin, "LS9/students?top=3");

        Assert.Equal(1, app.Calls.Count);
        using var points = new StringContent("代码,名称\nTP0,零\n");
        await FunctionApp.ReadAsync(await admin.PostAsync(Address("LS9/teaching-points"), points, Token));
        using var roster = new StringContent($"学号,姓名,身份证号,教学点\nZ9,零,{TestIds.Number(9)},TP0\n");
        await FunctionApp.ReadAsync(await admin.PostAsync(Address("LS9/roster"), roster, Token));
        Assert.Equal(["Z9", "A1", "A2", "B1", "B2", "C1", "A3", "B3"], await WalkAsync(admin, "LS9/students?top=50", 50));
    }

    [Fact]
    public async Task Says_nothing_back_that_may_be_personal()
    {
        using var app = new FunctionApp(emulator);
        using var admin = await EnrolAsync(app, "LS7");

        const string Id = TestIds.First;
        foreach (var query in new[] { $"{Id}=1", $"sort={Id}", $"numberPrefix={Id}张", $"stage={Id}" })
        {
            using var response = await admin.GetAsync(Address($"LS7/students?{query}"), Token);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.DoesNotContain(TestIds.First, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
    }

    private static async Task<HttpClient> EnrolAsync(FunctionApp app, string cohort, bool oneByOne = false)
    {
        var admin = await app.EnrolAsync(cohort);
        const string Headings = "学号,姓名,身份证号,教学点,层次,班级\n";
        string[] lines =
        [
            $"B3,七,{TestIds.Number(7)},TP2,专升本,3班\n",
            $"A3,六,{TestIds.Number(6)},TP2,高起本,1班\n",
            $"C1,五,{TestIds.Number(5)},TP1,高起本,O'Neill班\n",
            $"B2,四,{TestIds.Number(4)},TP1,高起本,\n",
            $"B1,三,{TestIds.Number(3)},TP1,高起本,1班\n",
            $"A2,二,{TestIds.Number(2)},TP1,专升本,2班\n",
            $"A1,一,{TestIds.Number(1)},TP1,高起本,1班\n",
        ];

        // One by one each student awaits a photo since a moment of their own.
        foreach (var file in oneByOne ? lines : [string.Concat(lines)])
        {
            using var content = new StringContent(Headings + file);
            await FunctionApp.ReadAsync(await admin.PostAsync(Address($"{cohort}/roster"), content, Token));
        }

        return admin;
    }

    private static async Task<HttpClient> TeachingPointAsync(FunctionApp app, HttpClient admin, string point)
    {
        var issued = await FunctionApp.ReadAsync(await admin.PostAsJsonAsync(
            new Uri("/api/access-keys", UriKind.Relative), new { holder = "教师", role = "teachingPoint", teachingPoint = point }, Token));
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issued.GetProperty("token").GetString());
        return client;
    }

    private static async Task<List<string>> WalkAsync(HttpClient client, string list, int top)
    {
        var numbers = new List<string>();
        string? token = null;
        do
        {
            var page = await GetAsync(client, token is null ? list : $"{list}&continuation={token}");
            var items = page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("studentNumber").GetString()!).ToList();
            token = page.GetProperty("continuation").GetString();
            Assert.True(token is null ? items.Count <= top : items.Count == top, $"{items.Count} of {top}");
            numbers.AddRange(items);
        }
        while (token is not null);

        return numbers;
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string list) =>
        await FunctionApp.ReadAsync(await client.GetAsync(Address(list), Token));

    private static Uri Address(string path) => new($"/api/cohorts/{path}", UriKind.Relative);

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString();
}
