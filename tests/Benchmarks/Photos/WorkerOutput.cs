namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>One output that a worker wrote.</summary>
internal sealed record WorkerOutput(int Quality, int Bytes);
