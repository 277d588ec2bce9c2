using System.Globalization;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>One contender's figures of a case, a number a round.</summary>
internal sealed class Figures
{
    private readonly List<double> _values = [];

    public double Median => MedianOf(_values);

    public long PeakBytes { get; private set; }

    /// <summary>What was written last.</summary>
    public IReadOnlyList<WorkerOutput> Outputs { get; private set; } = [];

    public bool IsEmpty => _values.Count == 0;

    public void Clear() => _values.Clear();

    public void Add(double milliseconds) => _values.Add(milliseconds);

    public void Add(WorkerAnswer answer)
    {
        Add(answer.CpuMilliseconds);
        PeakBytes = answer.PeakBytes;
        Outputs = answer.Outputs;
    }

    /// <summary>The median of the rounds' own ratios: what else the machine did in a round met both.</summary>
    public double RatioTo(Figures other) => MedianOf([.. _values.Zip(other._values, (mine, theirs) => mine / theirs)]);

    /// <summary>The median of the rounds' own differences.</summary>
    public double MoreThan(Figures other) => MedianOf([.. _values.Zip(other._values, (mine, theirs) => mine - theirs)]);

    public override string ToString()
    {
        if (IsEmpty)
        {
            return "     n/a";
        }

        var peak = PeakBytes == 0 ? "" : $"   peak {ProcessMemory.Mebibytes(PeakBytes),8}";
        var outputs = Outputs.Count == 0
            ? ""
            : $"   {string.Join(", ", Outputs.Select(output => string.Create(CultureInfo.InvariantCulture, $"q {output.Quality} {output.Bytes} B")))}";
        return string.Create(
            CultureInfo.InvariantCulture, $"{Median,8:0.0} ms   {_values.Min(),7:0.0} – {_values.Max(),7:0.0}{peak}{outputs}");
    }

    private static double MedianOf(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
