namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>What every storage call of a dead worker ends with: nothing of it reaches the storage any more.</summary>
internal sealed class WorkerKilledException() : Exception("The worker is dead.");
