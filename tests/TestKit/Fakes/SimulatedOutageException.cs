namespace PhotoFunctions.TestKit.Fakes;

/// <summary>What a fake throws when its <see cref="FaultPlan"/> says so.</summary>
public sealed class SimulatedOutageException() : Exception("Simulated outage.");
