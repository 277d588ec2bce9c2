using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.TestKit.Reminders;

namespace PhotoFunctions.Domain.Tests.Reminders;

/// <summary>A year of rounds under everything that timers do: twice, late, not at all, by clocks that jump.</summary>
public sealed class ReminderYearTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly double[] Hours = [8.08, 12.08, 19.08];

    [Theory]
    [InlineData("on time")]
    [InlineData("overlap")]
    [InlineData("missed")]
    [InlineData("late")]
    [InlineData("clock ahead or behind by a day")]
    [InlineData("midnight")]
    public async Task Mails_each_occasion_once_when_the_timers_are(string fault)
    {
        var year = new ReminderYear(students: 200, points: 10, Seed(fault))
        {
            Rounds = (random, day) => fault switch
            {
                "overlap" => Hours.Select(hour => (hour, TimeSpan.Zero, true)),
                "missed" => random.Next(4) > 0 ? [] : [(19.9, TimeSpan.Zero, false)],
                "late" => [(8.08 + (random.NextDouble() * 11.8), TimeSpan.Zero, false)],
                "clock ahead or behind by a day" => Hours.Select(hour => (hour, Day * random.Next(-1, 2), random.Next(5) == 0)),
                "midnight" => new[] { 0, 7.999, 8, 19.999, 20, 23.999 }.Select(hour => (hour, TimeSpan.Zero, false)),
                _ => Hours.Select(hour => (hour, TimeSpan.Zero, false)),
            },
        };

        await AssertBalancedAsync(year);
        Assert.Equal(0, year.Missing);
    }

    [Fact]
    public async Task Mails_each_occasion_of_2000_students_once_under_all_of_it()
    {
        var year = new ReminderYear(students: 2_000, points: 40, Seed("all"))
        {
            Rounds = (random, day) => Hours.Concat([0, 23.999])
                .Where(_ => random.Next(5) > 0)
                .Select(hour => (
                    hour + (random.NextDouble() / 2),
                    random.Next(10) == 0 ? Day * random.Next(-1, 2) : TimeSpan.Zero,
                    random.Next(10) == 0)),
        };
        year.Provider.LostAnswers = 0.02;

        await AssertBalancedAsync(year);
        Assert.Equal(0, year.Missing);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Mails_nothing_twice_when_the_process_dies_and_answers_are_lost(bool tells)
    {
        var year = new ReminderYear(students: 400, points: 10, Seed($"crashes {tells}"))
        {
            Rounds = (random, day) => Hours.Select(hour => (hour, TimeSpan.Zero, random.Next(4) == 0)),
        };
        (year.World.Crashes.Share, year.Provider.LostAnswers, year.Provider.Tells) = (0.1, 0.05, tells);

        await AssertBalancedAsync(year);
        Assert.True(year.World.Crashes.Count > 100);
        Assert.Equal(0, year.Missing);
    }

    [Fact]
    public async Task Finds_doubled_mails_where_two_rounds_may_claim_one()
    {
        var year = new ReminderYear(students: 100, points: 5, Seed("control"), ledger: ledger => new CarelessLedger(ledger))
        {
            Rounds = (random, day) => Hours.Select(hour => (hour, TimeSpan.Zero, true)),
        };

        await year.RunAsync();

        Assert.True(year.World.Balance(year.Provider.Taken).Doubled > 0);
    }

    [Fact]
    public async Task Finds_missing_mails_where_rounds_do_not_see_everybody()
    {
        var year = new ReminderYear(students: 100, points: 5, Seed("control"), reading: students => new HidingStudents(students))
        {
            Rounds = (random, day) => Hours.Select(hour => (hour, TimeSpan.Zero, false)),
        };

        await year.RunAsync();

        Assert.True(year.Missing > 0);
    }

    private async Task AssertBalancedAsync(ReminderYear year)
    {
        await year.RunAsync();

        var balance = year.World.Balance(year.Provider.Taken);
        output.WriteLine(balance.ToString());
        output.WriteLine(string.Join(", ", year.World.Lines.GroupBy(line => line.Key.Kind).Select(kind =>
            $"{kind.Key}: {kind.Count(line => line.Status == ReminderStatus.Sent)} of {kind.Count()}")));
        Assert.Equal((0, 0, 0, 0), (balance.Doubled, balance.Lost, balance.Untold, balance.Open));
        Assert.True(balance.Sent > 500);
    }

    private int Seed(string name)
    {
        var seed = Environment.GetEnvironmentVariable("REMINDER_SEED") is { } set ? int.Parse(set) : name.Sum(c => c) * 7919;
        output.WriteLine($"{name}: REMINDER_SEED={seed}");
        return seed;
    }
}
