using System.Collections.Concurrent;
using PhotoFunctions.EndToEnd.Tests.Rig;

[assembly: AssemblyFixture(typeof(RigTally))]

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>Counts what the rig has done, and says so when all tests are through (xunit.runner.json lets it be heard).</summary>
public sealed class RigTally : IDisposable
{
    private readonly ConcurrentQueue<string> _said = new();
    private int _cases;
    private int _violations;
    private int _controls;
    private int _caught;

    /// <summary>Counts cases, and what was wrong after them.</summary>
    public void Add(int cases, IReadOnlyCollection<string> violations)
    {
        Interlocked.Add(ref _cases, cases);
        Interlocked.Add(ref _violations, violations.Count);
    }

    /// <summary>Counts a control: a case with a worker that does wrong.</summary>
    public void AddControl(bool isCaught)
    {
        Interlocked.Increment(ref _controls);
        Interlocked.Add(ref _caught, isCaught ? 1 : 0);
    }

    /// <summary>Keeps a figure for the end.</summary>
    public void Say(string figure) => _said.Enqueue(figure);

    public void Dispose()
    {
        foreach (var figure in _said)
        {
            TestContext.Current.SendDiagnosticMessage($"rig: {figure}");
        }

        if (_cases + _controls > 0)
        {
            TestContext.Current.SendDiagnosticMessage(
                $"rig: {_cases} cases, {_violations} violations, controls {_caught}/{_controls} caught");
        }
    }
}
