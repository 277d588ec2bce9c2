using System.Security.Claims;
using System.Threading.RateLimiting;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Pages.SignIn;

/// <summary>
/// How often somebody tries to sign in a minute, in each instance of the app: with one key, and with texts that are no good key, together.
/// Strangers cannot use up what the holder of a key has.
/// </summary>
internal sealed class SignInQuota : IDisposable
{
    private const int OfKey = 10;
    private const int OfStrangers = 120;
    private const string Strangers = "";

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions
        {
            Window = TimeSpan.FromMinutes(1),
            PermitLimit = who.Length == 0 ? OfStrangers : OfKey,
            QueueLimit = 0,
        }));

    /// <summary>Asked about a good key only: whoever merely knows its id takes nothing from its holder.</summary>
    public bool AdmitsHolder(ClaimsPrincipal holder) => Acquire(holder.FindFirstValue(Caller.IdClaim)!);

    /// <summary>Asked about a text that was no good key.</summary>
    public bool AdmitsStranger() => Acquire(Strangers);

    public void Dispose() => _limiter.Dispose();

    private bool Acquire(string who)
    {
        using var lease = _limiter.AttemptAcquire(who);
        return lease.IsAcquired;
    }
}
