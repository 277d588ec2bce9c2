using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>
/// Knows the trace of an upload version: made of the keyed hash under which the ledger has it, so that whoever reads a line of the ledger
/// finds the trace, and nobody an ID number.
/// </summary>
internal sealed class PhotoTraces(DataKeysSource keysSource)
{
    private const int TraceBytes = 16;

    public static ActivityTraceId TraceOf(DataKeys keys, UploadVersion version) => ActivityTraceId.CreateFromBytes(
        SHA256.HashData(Encoding.ASCII.GetBytes(TableKeys.Upload(keys, version))).AsSpan(0, TraceBytes));

    /// <summary>A version was opened: what follows is about it.</summary>
    public async ValueTask EnterAsync(UploadVersion version, DateTimeOffset openedAt, CancellationToken cancellationToken)
    {
        if (Tracing.IsOn && InvocationScope.Current is { } scope)
        {
            scope.EnterPhoto(TraceOf(await keysSource.GetAsync(cancellationToken), version), openedAt);
        }
    }

    /// <summary>A delivery names a version, which may be gone, or never be reached.</summary>
    public async ValueTask ExpectAsync(string blobName, string? eTag, CancellationToken cancellationToken)
    {
        if (eTag is not null && Tracing.IsOn && InvocationScope.Current is { } scope)
        {
            scope.Expect(TraceOf(await keysSource.GetAsync(cancellationToken), new UploadVersion(blobName, eTag, default)));
        }
    }
}
