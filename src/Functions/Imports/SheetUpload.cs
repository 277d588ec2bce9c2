using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Imports;

/// <summary>Takes a sheet out of a request's body, which may not tell its length.</summary>
internal static class SheetUpload
{
    /// <summary>
    /// Failures: <c>media-type-unsupported</c> for a form around the file, <c>roster-too-large</c>, <c>roster-unreadable</c> for no content.
    /// </summary>
    public static async Task<Result<byte[]>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // Not a form's other type: some clients put it on every body.
        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
        {
            return RequestFailures.SheetExpected;
        }

        if (request.ContentLength > SheetFile.MaxBytes)
        {
            return TooLarge;
        }

        using var content = new MemoryStream();
        var buffer = new byte[81920];
        int length;
        while ((length = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + length > SheetFile.MaxBytes)
            {
                return TooLarge;
            }

            content.Write(buffer, 0, length);
        }

        return content.Length == 0 ? RosterFailures.Unreadable : content.ToArray();
    }

    /// <summary>More bytes than a sheet may have.</summary>
    public static Failure TooLarge => RosterFailures.TooLarge($"{SheetFile.MaxBytes / 1048576} MB");
}
