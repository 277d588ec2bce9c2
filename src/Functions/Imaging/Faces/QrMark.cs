namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>What may be a corner mark of a QR code: its middle, the size of a module in pixels, and how many lines crossed it.</summary>
internal readonly record struct QrMark(double X, double Y, double Module, int Hits)
{
    private const double ModuleLikeness = 1.7;
    private const double LegLikeness = 1.35;
    private const double CornerLikeness = 0.35;

    // 14 modules lie between two marks of the smallest code, 170 of the largest; a code that leans shows its modules up to 1.4 times as large.
    private const double ShortestLeg = 9;
    private const double LongestLeg = 180;

    /// <summary>Whether this is the corner between two others: two legs of one length at a right angle.</summary>
    public bool IsCornerOf(QrMark one, QrMark other)
    {
        var (x1, y1, x2, y2) = (one.X - X, one.Y - Y, other.X - X, other.Y - Y);
        var (leg1, leg2) = (Math.Sqrt((x1 * x1) + (y1 * y1)), Math.Sqrt((x2 * x2) + (y2 * y2)));
        var (smallest, largest) = (Math.Min(Module, Math.Min(one.Module, other.Module)), Math.Max(Module, Math.Max(one.Module, other.Module)));
        return largest <= ModuleLikeness * smallest
            && Math.Max(leg1, leg2) <= LegLikeness * Math.Min(leg1, leg2)
            && Math.Min(leg1, leg2) >= ShortestLeg * largest && Math.Max(leg1, leg2) <= LongestLeg * smallest
            && Math.Abs((x1 * x2) + (y1 * y2)) <= CornerLikeness * leg1 * leg2;
    }
}
