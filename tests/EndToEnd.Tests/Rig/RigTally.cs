using PhotoFunctions.EndToEnd.Tests.Rig;

[assembly: AssemblyFixture(typeof(RigTally))]

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>Counts what the rig has done, and says so when all tests are through.</summary>
public sealed class RigTally : IDisposable
{
    private int _cases;
    private int _violations;
    private int _controls;
    private int _caught;

    public void Add(int cases, IReadOnlyCollection<string> violations)
    {
        Interlocked.Add(ref _cases, cases);
        Interlocked.Add(ref _violations, violations.Count);
    }

    public void AddControl(bool isCaught)
    {
        Interlocked.Increment(ref _controls);
        Interlocked.Add(ref _caught, isCaught ? 1 : 0);
    }

    public void Dispose()
    {
        if (_cases + _controls > 0)
        {
            TestContext.Current.SendDiagnosticMessage(
                $"rig: {_cases} cases, {_violations} violations, controls {_caught}/{_controls} caught");
        }
    }
}
