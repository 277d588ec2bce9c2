namespace PhotoFunctions.Functions.Tests.Api.Exports;

/// <summary>Alone in the process, because it weighs the process's memory.</summary>
[CollectionDefinition(nameof(PhotoPackageMemoryTests), DisableParallelization = true)]
[Collection(nameof(PhotoPackageMemoryTests))]
public sealed class PhotoPackageMemoryTests(EmulatorFixture emulator)
{
    private const int Students = 2000;
    private const int Bytes = 20_000;
    private const int Steps = 20;

    [Fact]
    public async Task Keeps_no_picture_that_was_sent()
    {
        var token = TestContext.Current.CancellationToken;
        using var export = await ExportCase.CreateAsync(emulator, "EXM");
        await export.SeedAsync("TP1", Enumerable.Range(0, Students).Select(i => ($"S{i:0000}", "张三", i)), Bytes);
        using var response = await export.ExportAsync("photos?teachingPoint=TP1");
        await using var stream = await response.Content.ReadAsStreamAsync(token);
        var buffer = new byte[64 * 1024];
        var held = new List<long>();
        for (var (read, step) = (0L, 1); step < Steps; step++)
        {
            while (read < (long)Students * Bytes / Steps * step)
            {
                var length = await stream.ReadAsync(buffer, token);
                Assert.NotEqual(0, length);
                read += length;
            }

            held.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        // The least of several weighings: a page of students comes and goes. The first ones see what is made once.
        var growth = held[^5..].Min() - held[4..9].Min();
        var sent = (long)Students * Bytes / 2;
        TestContext.Current.TestOutputHelper?.WriteLine($"{sent} bytes sent, {growth} more held: {string.Join(' ', held)}");
        Assert.True(growth < sent / 3, $"{sent} bytes were sent and {growth} more bytes are held.");
    }
}
