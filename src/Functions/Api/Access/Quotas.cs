using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>
/// How many requests a credential has a minute, so that nobody walks the API for everything that it knows. Counted in each instance of
/// the app by itself.
/// </summary>
internal static class Quotas
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddQuotas(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            rejected.HttpContext.Response.Headers.RetryAfter =
                Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await Problems.From(AccessFailures.QuotaExceeded).ExecuteAsync(rejected.HttpContext);
        };
    });

    // Whoever has not signed in gets no further than a refusal, or to what is open to all.
    private static RateLimitPartition<string> Partition(HttpContext context) =>
        context.User.FindFirstValue(Caller.RoleClaim) is not { } role
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(context.User.FindFirstValue(Caller.IdClaim)!, _ =>
            {
                var settings = context.RequestServices.GetRequiredService<AppSettings>();
                return new FixedWindowRateLimiterOptions
                {
                    Window = Window,
                    PermitLimit = role == nameof(AccessRole.Administrator)
                        ? settings.AdministratorRequestsPerMinute
                        : settings.TeachingPointRequestsPerMinute,
                    QueueLimit = 0,
                };
            });
}
