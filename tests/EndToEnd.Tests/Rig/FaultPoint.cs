using System.Globalization;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>What happens to a worker, and at which of its storage calls.</summary>
/// <param name="Call">The call, counted from 1.</param>
/// <param name="IsAfter">Whether the call still takes effect, and only its answer is lost.</param>
/// <param name="Dies">Whether the worker is dead from then on; if not, it only stalls and goes on with what it knew.</param>
/// <param name="Meanwhile">What happens at that very instant.</param>
internal sealed record FaultPoint(int Call, bool IsAfter, bool Dies, Func<Task> Meanwhile)
{
    public static Func<Task> Nothing { get; } = () => Task.CompletedTask;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Dies ? "death" : "stall")} {(IsAfter ? "after" : "before")} call {Call}");
}
