using PhotoFunctions.Functions.Imaging.Checks;

namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>Windows that lie upon each other are one finding: their mean, if there are enough of them. Source: OpenCV's groupRectangles.</summary>
internal static class RegionGroups
{
    private const double Likeness = 0.2;
    private const int Few = 3;

    public static IReadOnlyList<Region> Of(List<Region> windows, int minNeighbours)
    {
        var groups = Joined(windows).GroupBy(pair => pair.Group, pair => pair.Window)
            .Select(group => (Region: MeanOf([.. group]), Count: group.Count()))
            .Where(group => group.Count > minNeighbours).ToArray();
        return
        [
            .. groups.Where((one, i) => !groups.Where((_, j) => i != j).Any(other => IsInside(one, other)))
                .Select(group => group.Region).OrderByDescending(region => region.Right - region.Left),
        ];
    }

    // Whoever is like any member of a group belongs to it, and so joins groups.
    private static IEnumerable<(int Group, Region Window)> Joined(List<Region> windows)
    {
        var parents = Enumerable.Range(0, windows.Count).ToArray();
        for (var i = 0; i < parents.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (AreAlike(windows[i], windows[j]))
                {
                    parents[RootOf(parents, j)] = RootOf(parents, i);
                }
            }
        }

        return windows.Select((window, i) => (RootOf(parents, i), window));
    }

    private static int RootOf(int[] parents, int index)
    {
        while (parents[index] != index)
        {
            index = parents[index] = parents[parents[index]];
        }

        return index;
    }

    private static bool AreAlike(Region one, Region other)
    {
        var slack = Likeness * (Math.Min(one.Width, other.Width) + Math.Min(one.Height, other.Height)) * 0.5;
        return Math.Abs(one.Left - other.Left) <= slack && Math.Abs(one.Top - other.Top) <= slack
            && Math.Abs(one.Right - other.Right) <= slack && Math.Abs(one.Bottom - other.Bottom) <= slack;
    }

    // A smaller finding within a larger one counts only when at least as many windows speak for it.
    private static bool IsInside((Region Region, int Count) one, (Region Region, int Count) other)
    {
        var (x, y) = ((int)Math.Round(other.Region.Width * Likeness), (int)Math.Round(other.Region.Height * Likeness));
        return one.Region.Left >= other.Region.Left - x && one.Region.Top >= other.Region.Top - y
            && one.Region.Right <= other.Region.Right + x && one.Region.Bottom <= other.Region.Bottom + y
            && (other.Count > Math.Max(Few, one.Count) || one.Count < Few);
    }

    // Width and height have means of their own: rounded, they need not fit those of right and bottom.
    private static Region MeanOf(List<Region> group)
    {
        var share = 1f / group.Count;
        var (left, top) = (Mean(group, region => region.Left), Mean(group, region => region.Top));
        return new Region(left, top, left + Mean(group, region => region.Width), top + Mean(group, region => region.Height));

        int Mean(List<Region> regions, Func<Region, int> measure) => (int)MathF.Round(regions.Sum(measure) * share);
    }
}
