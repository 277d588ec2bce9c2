using System.Globalization;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.TestKit.Contracts;

/// <summary>What the fake and the real ledger of mails both have to do.</summary>
public abstract class ReminderLedgerContract
{
    private static readonly DateOnly Day = new(2027, 6, 23);
    private static readonly DateTimeOffset Now = new(2027, 6, 23, 1, 0, 0, 123, TimeSpan.Zero);
    private static int s_cohorts;
    private readonly CohortCode _cohort = CohortCode.Parse(
        string.Create(CultureInfo.InvariantCulture, $"LEDGER{Interlocked.Increment(ref s_cohorts)}")).Value!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The ledger under test.</summary>
    protected abstract IReminderLedger Ledger { get; }

    [Fact]
    public async Task Keeps_every_field()
    {
        var added = Assert.Single(await Ledger.AddAsync([Line("S1", Day)], Token));
        var full = added with
        {
            Status = ReminderStatus.Sending,
            DueOn = Day.AddDays(2),
            Since = Now.AddTicks(1_234_567),
            LeaseUntil = Now.AddMinutes(10),
            Provider = "acs",
            OperationId = Guid.NewGuid().ToString(),
            Code = "mail-refused",
        };

        Assert.Equal(added, await Ledger.FindAsync(added.Key, Token));
        var changed = (await Ledger.TryChangeAsync(full, Token))!;
        Assert.Equal(full with { Version = changed.Version }, changed);
        Assert.Equal(changed, await Ledger.FindAsync(added.Key, Token));
        Assert.Equal([changed], await Ledger.ReadAsync(_cohort, added.Key.TeachingPoint, Open, Token));

        // And forgets what is over.
        var over = (await Ledger.TryChangeAsync(added with { Status = ReminderStatus.Sent, Version = changed.Version }, Token))!;
        Assert.Equal(over, await Ledger.FindAsync(added.Key, Token));
        Assert.Equal(added with { Status = ReminderStatus.Sent, Version = over.Version }, over);
    }

    [Fact]
    public async Task Adds_what_is_not_there_and_leaves_alone_what_is()
    {
        var before = (await Ledger.AddAsync([Line("S3", Day)], Token))[0];
        before = (await Ledger.TryChangeAsync(before with { Status = ReminderStatus.Dropped, Code = "reminder-not-due" }, Token))!;

        var added = await Ledger.AddAsync(
            [.. Enumerable.Range(0, 8).Select(i => Line($"S{i}", Day)), Line("S7", Day)], Token);

        Assert.Equal(["S0", "S1", "S2", "S4", "S5", "S6", "S7"], ByNumber(added).Select(line => line.Key.Student!.Value));
        Assert.All(added, line => Assert.NotNull(line.Version));
        Assert.Equal(before, await Ledger.FindAsync(before.Key, Token));
        Assert.Empty(await Ledger.AddAsync([Line("S1", Day), before], Token));
        foreach (var line in added)
        {
            Assert.Equal(line, await Ledger.FindAsync(line.Key, Token));
        }

        Assert.Null(await Ledger.FindAsync(Line("S9", Day).Key, Token));
        Assert.Empty(await Ledger.AddAsync([], Token));
    }

    [Fact]
    public async Task Gives_every_line_to_one_of_many_that_add_it_at_once()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(round => Task.Run(() => Ledger.AddAsync(
            [.. Enumerable.Range(round * 20, 130).Select(i => Line(Number(i), Day) with { PlannedAt = Now.AddHours(round) })],
            Token))));

        var told = added.SelectMany(lines => lines).ToList();
        Assert.Equal(230, told.Select(line => line.Key).Distinct().Count());
        Assert.Equal(230, told.Count);
        var stored = await Ledger.ReadAsync(_cohort, Point("TP1"), SinceDay, Token);
        Assert.Equal(ByNumber(told), ByNumber(stored));
    }

    [Fact]
    public async Task Lets_one_of_many_claims_through()
    {
        var line = (await Ledger.AddAsync([Line("S1", Day)], Token))[0];

        var claims = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => Ledger.TryChangeAsync(
            line with { Status = ReminderStatus.Sending, LeaseUntil = Now.AddMinutes(i), OperationId = Guid.NewGuid().ToString() },
            Token))));

        var claimed = Assert.Single(claims.OfType<ReminderEntry>());
        Assert.Equal(claimed, await Ledger.FindAsync(line.Key, Token));
    }

    [Fact]
    public async Task Refuses_a_change_of_what_has_changed_or_is_not_there()
    {
        var line = (await Ledger.AddAsync([Line("S1", Day)], Token))[0];
        var sending = (await Ledger.TryChangeAsync(line with { Status = ReminderStatus.Sending, OperationId = "1" }, Token))!;
        Assert.NotEqual(line.Version, sending.Version);

        Assert.Null(await Ledger.TryChangeAsync(line with { Status = ReminderStatus.Dropped }, Token));
        Assert.Null(await Ledger.TryChangeAsync(line with { Status = ReminderStatus.Sending, OperationId = "2" }, Token));
        Assert.Null(await Ledger.TryChangeAsync(line with { Key = Line("S2", Day).Key }, Token));
        Assert.NotNull(await Ledger.TryChangeAsync(sending with { Status = ReminderStatus.Sent }, Token));

        Assert.Null(await Ledger.TryChangeAsync(sending with { Status = ReminderStatus.Unknown }, Token));
        Assert.Equal(ReminderStatus.Sent, (await Ledger.FindAsync(line.Key, Token))!.Status);
        await Assert.ThrowsAsync<ArgumentException>(() => Ledger.TryChangeAsync(line with { Version = null }, Token));
    }

    [Fact]
    public async Task Finds_what_is_open_whatever_its_day_and_what_is_over_from_a_day_on()
    {
        var lines = await Ledger.AddAsync(
            [
                .. from status in Enum.GetValues<ReminderStatus>()
                   from days in new[] { -400, -1, 0, 400 }
                   select Line($"{status}", Day.AddDays(days)),
            ],
            Token);
        foreach (var line in lines)
        {
            var status = Enum.Parse<ReminderStatus>(line.Key.Student!.Value);
            Assert.NotNull(await Ledger.TryChangeAsync(line with { Status = status }, Token));
        }

        var open = await Ledger.ReadAsync(_cohort, Point("TP1"), Open, Token);
        var since = await Ledger.ReadAsync(_cohort, Point("TP1"), SinceDay, Token);

        Assert.Equal(8, open.Count);
        Assert.All(open, line => Assert.True(line.IsOpen));
        Assert.Equal(8 + (4 * 2), since.Count);
        Assert.All(since, line => Assert.True(line.IsOpen || line.Key.Occasion.On >= Day));
    }

    [Fact]
    public async Task Tells_kinds_places_and_occasions_apart()
    {
        ReminderEntry[] lines =
        [
            .. from kind in Enum.GetValues<ReminderKind>()
               from point in new[] { "TP1", "TP10", "-", null }
               from mark in new[] { null, "A1", "A10" }
               from days in new[] { 0, 1 }
               from student in new[] { "S1", "S1-", "-", null }
               select Line("S1", Day) with
               {
                   Key = new ReminderKey(_cohort, Point(point), kind, new Occasion(Day.AddDays(days), mark), Student(student)),
               },
        ];
        foreach (var place in lines.GroupBy(line => line.Key.TeachingPoint))
        {
            Assert.Equal(place.Count(), (await Ledger.AddAsync([.. place], Token)).Count);
        }

        foreach (var place in lines.GroupBy(line => line.Key.TeachingPoint))
        {
            foreach (var kind in Enum.GetValues<ReminderKind>())
            {
                var read = await Ledger.ReadAsync(_cohort, place.Key, From(Day, kind), Token);
                Assert.Equal(Texts(place.Where(line => line.Key.Kind == kind)), Texts(read));
            }

            var all = await Ledger.ReadAsync(_cohort, place.Key, From(Day, Enum.GetValues<ReminderKind>()), Token);
            Assert.Equal(place.Count(), all.Count);
            Assert.Empty(await Ledger.ReadAsync(_cohort, place.Key, From(Day), Token));
        }

        var neighbour = CohortCode.Parse($"{_cohort}0").Value!;
        Assert.Empty(await Ledger.ReadAsync(neighbour, Point("TP1"), From(Day, Enum.GetValues<ReminderKind>()), Token));
    }

    [Fact]
    public async Task Reads_more_lines_than_a_page_holds()
    {
        var lines = await Ledger.AddAsync([.. Enumerable.Range(0, 1_120).Select(i => Line(Number(i), Day))], Token);

        Assert.Equal(1_120, lines.Count);
        Assert.Equal(ByNumber(lines), ByNumber(await Ledger.ReadAsync(_cohort, Point("TP1"), SinceDay, Token)));
    }

    [Fact]
    public async Task Reads_each_kind_from_its_own_day()
    {
        ReminderKind[] kinds = [.. Enum.GetValues<ReminderKind>().Take(4)];
        var lines = await Ledger.AddAsync(
            [.. from kind in kinds from days in Enumerable.Range(0, 3) select Line("S1", Day.AddDays(days), kind)], Token);
        foreach (var line in lines)
        {
            await Ledger.TryChangeAsync(line with { Status = ReminderStatus.Sent }, Token);
        }

        var read = await Ledger.ReadAsync(
            _cohort,
            Point("TP1"),
            new Dictionary<ReminderKind, DateOnly?> { [kinds[0]] = Day.AddDays(1), [kinds[1]] = null, [kinds[2]] = Day.AddDays(2) },
            Token);

        Assert.Equal(
            [(kinds[0], 1), (kinds[0], 2), (kinds[2], 2)],
            read.Select(line => (line.Key.Kind, line.Key.Occasion.On.DayNumber - Day.DayNumber)).Order());
    }

    private static Dictionary<ReminderKind, DateOnly?> Open { get; } = new() { [ReminderKind.CollectionReminder] = null };

    private static Dictionary<ReminderKind, DateOnly?> SinceDay { get; } = From(Day, ReminderKind.CollectionReminder);

    private static Dictionary<ReminderKind, DateOnly?> From(DateOnly? day, params ReminderKind[] kinds) =>
        kinds.ToDictionary(kind => kind, _ => day);

    private static IEnumerable<ReminderEntry> ByNumber(IEnumerable<ReminderEntry> lines) =>
        lines.OrderBy(line => line.Key.Student!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Texts(IEnumerable<ReminderEntry> lines) =>
        lines.Select(line => $"{line.Key}").Order(StringComparer.Ordinal);

    private static string Number(int i) => string.Create(CultureInfo.InvariantCulture, $"S{i:D5}");

    private static TeachingPointCode? Point(string? code) => code is null ? null : TeachingPointCode.Parse(code).Value!;

    private static StudentNumber? Student(string? number) => number is null ? null : StudentNumber.Parse(number).Value!;

    private ReminderEntry Line(string student, DateOnly day, ReminderKind kind = ReminderKind.CollectionReminder) => new()
    {
        Key = new ReminderKey(_cohort, Point("TP1"), kind, new Occasion(day), Student(student)),
        DueOn = day,
        PlannedAt = Now,
        Since = Now,
    };
}
