using PhotoFunctions.Functions.Imaging;

namespace PhotoFunctions.Functions.Tests.Imaging;

public sealed class DecodeGateTests
{
    private const int Jobs = 400;

    [Fact]
    public async Task Lets_as_many_in_as_there_are_cores_and_some_only_alone()
    {
        using var gate = new DecodeGate();
        var (inside, most, company) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, Jobs).Select(number => Task.Run(() =>
        {
            var alone = number % 7 == 0;
            return gate.RunAsync(
                () =>
                {
                    var now = Interlocked.Increment(ref inside);
                    InterlockedMax(ref most, now);
                    Thread.SpinWait(2_000);
                    company += alone && (now > 1 || Volatile.Read(ref inside) > 1) ? 1 : 0;
                    return Interlocked.Decrement(ref inside);
                },
                alone,
                TestContext.Current.CancellationToken);
        })));

        Assert.Equal((0, 0), (inside, company));
        Assert.InRange(most, 1, Environment.ProcessorCount);
    }

    [Fact]
    public async Task Gives_its_places_back_when_the_wait_is_given_up_and_when_the_work_fails()
    {
        using var gate = new DecodeGate();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        for (var round = 0; round < 2 * Environment.ProcessorCount; round++)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gate.RunAsync(() => 1, round % 2 == 0, stopped.Token));
            await Assert.ThrowsAsync<InvalidOperationException>(() => gate.RunAsync<int>(
                () => throw new InvalidOperationException(), round % 2 == 0, TestContext.Current.CancellationToken));
        }

        Assert.Equal(1, await gate.RunAsync(() => 1, true, TestContext.Current.CancellationToken));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
