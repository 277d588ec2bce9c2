using System.Diagnostics;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.Imaging;

namespace PhotoFunctions.Functions.Tests.Imaging;

/// <summary>The test program, started by a test with another task: to decode a photo and to die in the middle of it.</summary>
internal static class DyingProcess
{
    public const string Verb = "die-while-decoding";

    /// <summary>What a shell sees of a process that SIGKILL ended.</summary>
    public const int Killed = 128 + 9;

    /// <param name="folder">Of the journal.</param>
    /// <param name="file">The photo.</param>
    /// <returns>An exit code that nobody sees when all goes as meant.</returns>
    public static async Task<int> RunAsync(string folder, string file)
    {
        var photo = await File.ReadAllBytesAsync(file);
        using var codec = new VipsPhotoCodec(FaceFinders.In("nowhere"), new DecodeJournal(folder, TimeProvider.System))
        {
            // No handler, no finally, no goodbye: as a fault in the decoder's native code.
            WhenDecoding = Process.GetCurrentProcess().Kill,
        };
        await codec.DecodeAsync(
            photo, NormalisationPlan.For(codec.Inspect(photo).Value!, PhotoSpecification.Default), CancellationToken.None);
        return 0;
    }
}
