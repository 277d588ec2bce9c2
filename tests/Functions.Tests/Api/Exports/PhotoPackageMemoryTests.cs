namespace PhotoFunctions.Functions.Tests.Api.Exports;

/// <summary>Alone in the process, because it weighs the process's memory.</summary>
[CollectionDefinition(nameof(PhotoPackageMemoryTests), DisableParallelization = true)]
[Collection(nameof(PhotoPackageMemoryTests))]
public sealed class PhotoPackageMemoryTests(EmulatorFixture emulator)
{
    private const int Students = 2000;
    private const int Bytes = 8000;

    [Fact]
    public async Task Keeps_no_picture_that_was_sent()
    {
        var token = TestContext.Current.CancellationToken;
        using var export = await ExportCase.CreateAsync(emulator, "EXM");
        await export.SeedAsync("TP1", Enumerable.Range(0, Students).Select(i => ($"S{i:0000}", "张三", i)), Bytes);
        using var response = await export.ExportAsync("photos?teachingPoint=TP1");
        await using var stream = await response.Content.ReadAsStreamAsync(token);
        var buffer = new byte[64 * 1024];

        // From a quarter of the way, when all that is made once is made, to nine tenths.
        var early = await WeighAsync(Students * Bytes / 4);
        var late = await WeighAsync(Students * Bytes / 10 * 9);

        var sent = late.Sent - early.Sent;
        Assert.True(
            late.Memory - early.Memory < sent / 5, $"{sent} bytes were sent and {late.Memory - early.Memory} more bytes are held.");

        async Task<(long Sent, long Memory)> WeighAsync(long until)
        {
            while (Read < until)
            {
                var length = await stream.ReadAsync(buffer, token);
                Assert.NotEqual(0, length);
                Read += length;
            }

            return (Read, GC.GetTotalMemory(forceFullCollection: true));
        }
    }

    private long Read { get; set; }
}
