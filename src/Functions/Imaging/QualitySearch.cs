namespace PhotoFunctions.Functions.Imaging;

/// <summary>
/// Finds the highest JPEG quality of a range whose file is no longer than allowed, with few tries. Lengths follow the quantiser's steps
/// by a power, so two tries tell where the third belongs; where they do not, it halves the range.
/// </summary>
internal sealed class QualitySearch
{
    // The national rule's floor is 60; above 96 bytes grow and nobody sees a difference.
    public const int Lowest = 60;
    public const int Highest = 96;

    // Of a portrait: bits a pixel at quality 90, and the power. Only the number of tries depends on them.
    private const int UsualQuality = 90;
    private const double UsualBytesPerPixel = 0.75 / 8;
    private const double UsualPower = -0.65;
    private const int GuessedTries = 4;
    private readonly int _maxBytes;
    private readonly double _firstGuess;
    private (int Quality, int Bytes)? _fits;
    private (int Quality, int Bytes)? _tooLong;
    private int _tries;

    public QualitySearch(int pixels, int maxBytes)
    {
        _maxBytes = maxBytes;
        _firstGuess = QualityFor((UsualQuality, (int)(pixels * UsualBytesPerPixel)), UsualPower);
    }

    /// <summary>The quality to try next; null when the answer is known.</summary>
    public int? Next
    {
        get
        {
            var (low, high) = ((_fits?.Quality ?? (Lowest - 1)) + 1, (_tooLong?.Quality ?? (Highest + 1)) - 1);
            return low > high ? null : (int)Math.Clamp(_tries < GuessedTries ? Guess() : (low + high + 1) / 2, low, high);
        }
    }

    /// <summary>Says how long the file was.</summary>
    public void Tell(int quality, int bytes)
    {
        _tries++;
        if (bytes <= _maxBytes)
        {
            _fits = (quality, bytes);
        }
        else
        {
            _tooLong = (quality, bytes);
        }
    }

    private double Guess() => (_fits, _tooLong) switch
    {
        ({ } shorter, { } longer) => QualityFor(shorter, PowerBetween(shorter, longer)),
        ({ } only, null) => QualityFor(only, UsualPower),
        (null, { } only) => QualityFor(only, UsualPower),
        _ => _firstGuess,
    };

    private double QualityFor((int Quality, int Bytes) known, double power) =>
        Math.Floor(QualityOf(StepOf(known.Quality) * Math.Pow((double)_maxBytes / known.Bytes, 1 / power)));

    private static double PowerBetween((int Quality, int Bytes) shorter, (int Quality, int Bytes) longer) =>
        Math.Log((double)longer.Bytes / shorter.Bytes) / Math.Log(StepOf(longer.Quality) / StepOf(shorter.Quality));

    // libjpeg's scale of the quantiser, for a quality of 50 and above.
    private static double StepOf(int quality) => 2 - (quality / 50.0);

    private static double QualityOf(double step) => 50 * (2 - step);
}
