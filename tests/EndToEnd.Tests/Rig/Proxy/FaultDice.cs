namespace PhotoFunctions.EndToEnd.Tests.Rig.Proxy;

/// <summary>Says of each request whether it meets a fault, and which.</summary>
/// <param name="random">A seeded source.</param>
/// <param name="share">How many requests of one meet a fault.</param>
internal sealed class FaultDice(Random random, double share)
{
    private static readonly ProxyFault[] Faults = Enum.GetValues<ProxyFault>();
    private readonly Lock _gate = new();

    /// <summary>How many faults there were.</summary>
    public int Thrown { get; private set; }

    public ProxyFault? Throw()
    {
        lock (_gate)
        {
            if (random.NextDouble() >= share)
            {
                return null;
            }

            Thrown++;
            return Faults[random.Next(Faults.Length)];
        }
    }
}
