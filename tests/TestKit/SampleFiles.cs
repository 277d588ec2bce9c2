using System.Diagnostics;
using System.Globalization;
using PhotoFunctions.LocalHost;

namespace PhotoFunctions.TestKit;

/// <summary>
/// The sample portraits and the corpus of faulty files, drawn once by LocalHost's own command: as a child process, because the app's
/// codec blocks the drawing library's SVG loader in every process in which it runs.
/// </summary>
public static class SampleFiles
{
    private const int Portraits = 16;
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Drawn = new(Draw);

    /// <summary>A file of the corpus by name, for example "scan-bomb".</summary>
    public static byte[] File(string name) => Drawn.Value[name];

    /// <summary>A good portrait, 960×1280, by number from 1 to 16.</summary>
    public static byte[] Portrait(int number = 1) => Drawn.Value[string.Create(CultureInfo.InvariantCulture, $"{number}-none")];

    private static Dictionary<string, byte[]> Draw()
    {
        var folder = Directory.CreateTempSubdirectory("photofunctions-samples-");
        try
        {
            var start = new ProcessStartInfo(
                "dotnet",
                [
                    typeof(HostOptions).Assembly.Location, "portraits", "--out", folder.FullName, "--files",
                    "--count", Portraits.ToString(CultureInfo.InvariantCulture), "--seed", "1",
                ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? folder.GetFiles().ToDictionary(
                    file => Path.GetFileNameWithoutExtension(file.Name), file => System.IO.File.ReadAllBytes(file.FullName))
                : throw new InvalidOperationException($"Drawing the samples failed with exit code {process.ExitCode}: {error.Result}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
