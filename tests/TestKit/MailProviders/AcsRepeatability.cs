using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace PhotoFunctions.TestKit.MailProviders;

/// <summary>Repeatable requests as documented: one pair of headers is carried out once within five minutes.</summary>
internal sealed class AcsRepeatability(TimeProvider time)
{
    private static readonly TimeSpan Tracked = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<Guid, Request> _requests = new();

    /// <summary>Begins a request.</summary>
    /// <param name="headers">The request's.</param>
    /// <param name="body">Its body.</param>
    /// <param name="repeated">Whether it was carried out before.</param>
    /// <returns>The status code that refuses it, or null.</returns>
    public int? Begin(IHeaderDictionary headers, byte[] body, out bool repeated)
    {
        repeated = false;
        if (!TryRead(headers, out var id, out var sent))
        {
            return StatusCodes.Status400BadRequest;
        }

        // Whole seconds stand in the header.
        if ((time.GetUtcNow() - sent).Duration() > Tracked)
        {
            return StatusCodes.Status412PreconditionFailed;
        }

        var request = new Request(Convert.ToHexString(SHA256.HashData(body)), sent);
        var known = _requests.GetOrAdd(id, request);
        repeated = !ReferenceEquals(known, request);
        return !repeated ? null
            : known.Hash != request.Hash || known.Sent != request.Sent ? StatusCodes.Status400BadRequest
            : !known.HasEnded ? StatusCodes.Status409Conflict
            : null;
    }

    public void End(IHeaderDictionary headers)
    {
        if (TryRead(headers, out var id, out _))
        {
            _requests[id].HasEnded = true;
        }
    }

    private static bool TryRead(IHeaderDictionary headers, out Guid id, out DateTimeOffset sent)
    {
        sent = default;
        return Guid.TryParse(headers["Repeatability-Request-Id"], out id)
            && DateTimeOffset.TryParseExact(
                headers["Repeatability-First-Sent"], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out sent);
    }

    private sealed record Request(string Hash, DateTimeOffset Sent)
    {
        public bool HasEnded { get; set; }
    }
}
