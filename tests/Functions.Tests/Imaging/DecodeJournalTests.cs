using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Imaging;
using PhotoFunctions.TestKit;

namespace PhotoFunctions.Functions.Tests.Imaging;

/// <summary>Content that ends the process is known at the next start, and is not decoded a third time.</summary>
public sealed class DecodeJournalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("photofunctions-journal-");
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Does_not_decode_again_what_two_processes_died_over()
    {
        var photo = SampleFiles.Portrait();
        await DieDecodingAsync(photo);
        Assert.False(DecodeJournal.IsTooOften(Journal().CrashesOf(DecodeJournal.NameOf(photo))));
        await DieDecodingAsync(photo);
        var decodes = 0;
        using var codec = Codec(() => decodes++);

        Assert.Equal(FailureCodes.DecoderCrashed, (await DecodeAsync(codec, photo)).Failure?.Code);
        Assert.Equal(0, decodes);
        Assert.NotNull((await DecodeAsync(codec, SampleFiles.Portrait(2))).Value);
    }

    [Fact]
    public async Task Forgets_a_crash_once_the_photo_was_decoded()
    {
        var photo = SampleFiles.Portrait();
        LeaveBehind(photo);
        using var codec = Codec();

        Assert.NotNull((await DecodeAsync(codec, photo)).Value);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task Takes_an_exception_for_no_crash()
    {
        var photo = SampleFiles.Portrait();
        using (var failing = Codec(() => throw new InvalidOperationException("A bug, but the process lives on.")))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => DecodeAsync(failing, photo));
            await Assert.ThrowsAsync<InvalidOperationException>(() => DecodeAsync(failing, photo));
        }

        Assert.Equal(0, Journal().CrashesOf(DecodeJournal.NameOf(photo)));
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void Takes_what_another_process_is_decoding_for_no_crash()
    {
        var name = DecodeJournal.NameOf(SampleFiles.Portrait());
        using (Journal().Begin(name))
        {
            Assert.Equal(0, Journal().CrashesOf(name));
            Assert.Single(_folder.GetFiles());
        }

        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void Counts_one_death_once_though_the_photo_was_decoded_twice_at_that_moment()
    {
        var photo = SampleFiles.Portrait();
        LeaveBehind(photo);
        LeaveBehind(photo);

        Assert.Equal(1, Journal().CrashesOf(DecodeJournal.NameOf(photo)));
    }

    [Fact]
    public void Forgets_what_did_not_come_back_for_a_month()
    {
        var photo = SampleFiles.Portrait();
        LeaveBehind(photo);
        Assert.Equal(1, Journal().CrashesOf(DecodeJournal.NameOf(photo)));

        _time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(1, Journal().CrashesOf(DecodeJournal.NameOf(photo)));

        _time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, Journal().CrashesOf(DecodeJournal.NameOf(photo)));
        Assert.Empty(_folder.GetFiles());
    }

    private static async Task<Result<WorkingImage>> DecodeAsync(VipsPhotoCodec codec, byte[] photo) => await codec.DecodeAsync(
        photo, NormalisationPlan.For(codec.Inspect(photo).Value!, PhotoSpecification.Default), Cancellation);

    private DecodeJournal Journal() => new(_folder.FullName, _time);

    private VipsPhotoCodec Codec(Action? whenDecoding = null) => new(FaceFinders.Real, Journal()) { WhenDecoding = whenDecoding };

    [Fact]
    public void Names_contents_apart_that_differ_in_a_single_byte_anywhere()
    {
        var content = SampleFiles.File("platform-size")[..1001];
        var names = Enumerable.Range(0, content.Length).Select(at =>
        {
            var other = content.ToArray();
            other[at] ^= 1;
            return DecodeJournal.NameOf(other);
        }).Append(DecodeJournal.NameOf(content)).Append(DecodeJournal.NameOf(content.AsMemory(0, 1000))).ToArray();

        Assert.Equal(names.Length, names.Distinct().Count());
    }

    // As a process that was gone before it could say more.
    private void LeaveBehind(byte[] photo) => File.WriteAllBytes(
        Path.Combine(_folder.FullName, $"{DecodeJournal.NameOf(photo)}.{Guid.NewGuid():N}.running"), []);

    private async Task DieDecodingAsync(byte[] photo)
    {
        var file = Path.Combine(_folder.FullName, "photo.jpg");
        await File.WriteAllBytesAsync(file, photo, Cancellation);
        var start = new ProcessStartInfo("dotnet", [typeof(DyingProcess).Assembly.Location, DyingProcess.Verb, _folder.FullName, file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        File.Delete(file);

        Assert.True(process.ExitCode == DyingProcess.Killed, $"Exit code {process.ExitCode}: {await output} {error}");
    }
}
