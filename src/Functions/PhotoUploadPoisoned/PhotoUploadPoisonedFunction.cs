using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.CustomHandler;
using PhotoFunctions.Functions.Telemetry;

namespace PhotoFunctions.Functions.PhotoUploadPoisoned;

/// <summary>The host gave an upload up after several attempts: put it apart.</summary>
internal sealed partial class PhotoUploadPoisonedFunction(
    PoisonedUpload poisoned, PhotoTraces traces, ILogger<PhotoUploadPoisonedFunction> logger)
{
    public async Task RunAsync(InvocationMetadata metadata, CancellationToken cancellationToken)
    {
        // The queue belongs to the whole app: another function's blobs are not ours to judge.
        if (metadata.Text("ContainerName") != "uploads")
        {
            return;
        }

        var (blobName, eTag) = (metadata.Text("BlobName"), metadata.Text("ETag").Trim('"'));
        await traces.ExpectAsync(blobName, eTag, cancellationToken);
        var report = await poisoned.RecordAsync(blobName, eTag, cancellationToken);
        Log.Recorded(logger, report.Outcome?.ToString() ?? "gone", report.Student?.Value ?? "-");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Upload failed at every attempt: {Outcome}, student {StudentNumber}")]
        public static partial void Recorded(ILogger logger, string outcome, string studentNumber);
    }
}
