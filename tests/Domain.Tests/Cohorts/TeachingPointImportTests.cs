using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Cohorts;

public sealed class TeachingPointImportTests
{
    private static readonly CohortCode Code = CohortCode.Parse("2024").Value!;
    private readonly InMemoryCohortStore _store = new(new FaultPlan());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stores_new_teaching_points_and_changes_nothing_the_second_time()
    {
        TeachingPointRow[] rows =
        [
            new() { RowNumber = 2, Code = " TP1 ", Name = "一", Contact = "王", Mail = "w@tp.example", Phone = "010", Address = "南昌" },
            new() { RowNumber = 3, Code = "TP2", Name = "二" },
        ];

        var first = await ImportAsync(rows);
        var second = await ImportAsync(rows);

        Assert.Equal((2, 0, 0, 0), (first.Added, first.Updated, first.Unchanged, first.Rejected));
        Assert.Equal((0, 0, 2, 0), (second.Added, second.Updated, second.Unchanged, second.Rejected));
        var stored = await _store.ListTeachingPointsAsync(Code, Token);
        Assert.Equal(["一 王 w@tp.example 010 南昌", "二    "], stored.Select(Text));
    }

    [Fact]
    public async Task Leaves_what_the_file_has_no_column_for_and_clears_what_it_leaves_empty()
    {
        await ImportAsync(new TeachingPointRow { RowNumber = 2, Code = "TP1", Name = "一", Contact = "王", Phone = "010", Address = "南昌" });

        var report = await ImportAsync(new TeachingPointRow { RowNumber = 2, Code = "TP1", Contact = "李", Phone = "" });

        Assert.Equal(1, report.Updated);
        Assert.Equal("一 李   南昌", Text(Assert.Single(await _store.ListTeachingPointsAsync(Code, Token))));
    }

    [Fact]
    public async Task Reports_every_bad_row_by_its_number_and_takes_the_others()
    {
        var report = await ImportAsync(
            new() { RowNumber = 2, Code = "TP 1", Name = "一" },
            new() { RowNumber = 3, Code = "TP1", Name = "一" },
            new() { RowNumber = 4, Code = "TP1", Name = "又" },
            new() { RowNumber = 5, Code = "TP2" },
            new() { RowNumber = 6, Code = "TP3", Name = "三", Mail = "nobody" },
            new() { RowNumber = 7, Code = "TP4", Name = "=A1" },
            new() { RowNumber = 8, Code = "TP5", Name = new string('长', 101) });

        Assert.Equal(
            [
                (2, FailureCodes.CodeShape), (4, FailureCodes.RosterDuplicate), (5, FailureCodes.ValueMissing),
                (6, FailureCodes.MailShape), (7, FailureCodes.FormulaCell), (8, FailureCodes.ValueTooLong),
            ],
            report.Errors.Select(error => (error.Row, error.Failure.Code)));
        Assert.Equal((7, 1, 6), (report.Rows, report.Added, report.Rejected));
        Assert.Equal("一", Assert.Single(await _store.ListTeachingPointsAsync(Code, Token)).Name);
    }

    [Fact]
    public async Task Tells_in_a_dry_run_what_it_would_do_and_stores_nothing()
    {
        TeachingPointRow row = new() { RowNumber = 2, Code = "TP1", Name = "一" };

        var report = (await new TeachingPointImport(_store).ImportAsync(Code, [row], isDryRun: true, Token)).Value!;

        Assert.Equal((true, 1), (report.IsDryRun, report.Added));
        Assert.Empty(await _store.ListTeachingPointsAsync(Code, Token));
    }

    [Fact]
    public async Task Refuses_more_than_2000_rows()
    {
        var rows = Enumerable.Range(1, 2001).Select(i => new TeachingPointRow { RowNumber = i, Code = $"TP{i}", Name = "点" }).ToList();

        var result = await new TeachingPointImport(_store).ImportAsync(Code, rows, isDryRun: true, Token);

        Assert.Equal(FailureCodes.RosterTooLarge, result.Failure!.Code);
    }

    private async Task<TeachingPointReport> ImportAsync(params TeachingPointRow[] rows) =>
        (await new TeachingPointImport(_store).ImportAsync(Code, rows, isDryRun: false, Token)).Value!;

    private static string Text(TeachingPoint point) =>
        $"{point.Name} {point.Reached.Contact} {point.Reached.Mail} {point.Reached.Phone} {point.Reached.Address}";
}
