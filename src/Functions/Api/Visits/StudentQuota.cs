using System.Threading.RateLimiting;
using PhotoFunctions.Functions.Links;

namespace PhotoFunctions.Functions.Api.Visits;

/// <summary>
/// How often a student's links are answered a minute, and how often texts that are no links; in each instance of the app. Strangers cannot
/// use up what students have.
/// </summary>
internal sealed class StudentQuota : IDisposable
{
    private const int OfStudent = 30;
    private const int OfStrangers = 600;
    private const string Strangers = "";

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions
        {
            Window = TimeSpan.FromMinutes(1),
            PermitLimit = who.Length == 0 ? OfStrangers : OfStudent,
            QueueLimit = 0,
        }));

    public bool Admits(StudentLink link) => Admits($"{link.Student.Cohort}/{link.Student.Number}");

    public bool AdmitsStranger() => Admits(Strangers);

    public void Dispose() => _limiter.Dispose();

    private bool Admits(string who)
    {
        using var lease = _limiter.AttemptAcquire(who);
        return lease.IsAcquired;
    }
}
