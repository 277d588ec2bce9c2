using System.Diagnostics;
using System.Globalization;

namespace PhotoFunctions.LocalHost.Processes;

/// <summary>
/// A small process that ends our children when we are gone, SIGKILL included: it notices because its standard input ends.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private readonly Process _process;
    private readonly Lock _lock = new();

    private Watchdog(Process process) => _process = process;

    public static Watchdog Start()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Processes", "watchdog.cjs"));
        try
        {
            return new Watchdog(Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new HostStartException($"node could not be started ({exception.Message}). Node.js 20 or newer must be on PATH.");
        }
    }

    public void Watch(Process child) => Write('+', child.Id);

    public void Forget(Process child) => Write('-', child.Id);

    public void Dispose()
    {
        lock (_lock)
        {
            try
            {
                _process.StandardInput.Close();
            }
            catch (IOException)
            {
                // Gone before us: nothing is left to tell it.
            }
        }

        _process.Dispose();
    }

    private void Write(char sign, int processId)
    {
        lock (_lock)
        {
            try
            {
                _process.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"{sign}{processId}\n"));
                _process.StandardInput.Flush();
            }
            catch (IOException)
            {
                // Someone ended the watchdog. The children still end with an orderly stop.
            }
        }
    }
}
