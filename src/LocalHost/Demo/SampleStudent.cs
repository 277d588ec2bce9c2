namespace PhotoFunctions.LocalHost.Demo;

/// <summary>A student who does not exist.</summary>
internal sealed record SampleStudent(string Number, string Name, string NationalId, string TeachingPoint, string ClassName);
