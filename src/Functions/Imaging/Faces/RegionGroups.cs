using PhotoFunctions.Functions.Imaging.Checks;

namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>Windows that lie upon each other are one finding: their mean, if there are enough of them. Source: OpenCV's groupRectangles.</summary>
internal static class RegionGroups
{
    private const double Likeness = 0.2;

    public static IReadOnlyList<Region> Of(List<Region> windows, int minNeighbours)
    {
        var groups = new List<List<Region>>();
        foreach (var window in windows)
        {
            var near = groups.Where(group => group.Any(member => AreAlike(member, window))).ToList();
            List<Region> joined = [.. near.SelectMany(group => group), window];
            groups.RemoveAll(near.Contains);
            groups.Add(joined);
        }

        var found = groups.Where(group => group.Count >= minNeighbours).Select(group => (Region: MeanOf(group), group.Count)).ToList();
        return
        [
            .. found.Where(one => !found.Any(other => other != one && IsInside(one, other)))
                .Select(one => one.Region).OrderByDescending(region => region.Right - region.Left),
        ];
    }

    private static bool AreAlike(Region one, Region other)
    {
        var slack = Likeness * (Math.Min(Size(one), Size(other)) + Math.Min(one.Bottom - one.Top, other.Bottom - other.Top)) * 0.5;
        return Math.Abs(one.Left - other.Left) <= slack && Math.Abs(one.Top - other.Top) <= slack
            && Math.Abs(one.Right - other.Right) <= slack && Math.Abs(one.Bottom - other.Bottom) <= slack;
    }

    // A smaller finding within a larger one counts only when many more windows speak for it.
    private static bool IsInside((Region Region, int Count) one, (Region Region, int Count) other)
    {
        var slack = (int)Math.Round(Size(other.Region) * Likeness);
        return one.Region.Left >= other.Region.Left - slack && one.Region.Top >= other.Region.Top - slack
            && one.Region.Right <= other.Region.Right + slack && one.Region.Bottom <= other.Region.Bottom + slack
            && (other.Count > Math.Max(3, one.Count) || one.Count < 3);
    }

    private static int Size(Region region) => region.Right - region.Left;

    private static Region MeanOf(List<Region> group) => new(
        Mean(group, region => region.Left), Mean(group, region => region.Top), Mean(group, region => region.Right), Mean(group, region => region.Bottom));

    private static int Mean(List<Region> group, Func<Region, int> edge) => (int)Math.Round(group.Average(edge));
}
