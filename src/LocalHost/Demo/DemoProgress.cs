namespace PhotoFunctions.LocalHost.Demo;

/// <summary>Tells how far the work is: one line that is written over on a terminal, a line now and then elsewhere.</summary>
internal sealed class DemoProgress(TextWriter output, bool isTerminal)
{
    private const int PlainLines = 4;
    private readonly Lock _lock = new();
    private string _activity = "";
    private int _shown;

    /// <summary>May be called from several threads; a count that is behind the one shown is left out.</summary>
    public void Report(string activity, int done, int total)
    {
        lock (_lock)
        {
            if (_activity != activity)
            {
                (_activity, _shown) = (activity, 0);
            }

            if (done <= _shown || total == 0)
            {
                return;
            }

            var step = Math.Max(1, total / PlainLines);
            if (isTerminal)
            {
                output.Write($"\r{activity} {done}/{total}   {(done == total ? "\n" : "")}");
            }
            else if (done == total || done / step > _shown / step)
            {
                output.WriteLine($"{activity} {done}/{total}");
            }
            else
            {
                return;
            }

            _shown = done;
            output.Flush();
        }
    }
}
