using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.CustomHandler;
using PhotoFunctions.Functions.Telemetry;

namespace PhotoFunctions.Functions.PhotoUploaded;

/// <summary>A photo lies in the inbox: receive it.</summary>
internal sealed partial class PhotoUploadedFunction(PhotoIntake intake, PhotoTraces traces, ILogger<PhotoUploadedFunction> logger)
{
    public async Task RunAsync(InvocationMetadata metadata, CancellationToken cancellationToken)
    {
        var blobName = BlobAddress.BlobNameOf(metadata.Text("Uri"));
        await traces.ExpectAsync(blobName, metadata.BlobETag, cancellationToken);
        var report = await intake.ReceiveAsync(blobName, cancellationToken);
        Log.Received(logger, report.Outcome?.ToString() ?? "gone", report.Student?.Value ?? "-", string.Join(' ', report.Codes));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Upload received: {Outcome}, student {StudentNumber}, findings [{Codes}]")]
        public static partial void Received(ILogger logger, string outcome, string studentNumber, string codes);
    }
}
