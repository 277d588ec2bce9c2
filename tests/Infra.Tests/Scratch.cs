namespace PhotoFunctions.Infra.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("photofunctions-infra-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
