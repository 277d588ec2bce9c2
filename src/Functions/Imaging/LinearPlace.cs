namespace PhotoFunctions.Functions.Imaging;

/// <summary>Between which two pixels of a line a pixel of the scaled line lies, and the share of the second, in 256ths.</summary>
internal readonly record struct LinearPlace(int At, int Next, int Share)
{
    public const int Bits = 8;

    /// <summary>The places of all pixels of a line that is scaled to another length.</summary>
    public static LinearPlace[] Of(int from, int to)
    {
        var (places, scale) = (new LinearPlace[to], 1 / ((double)to / from));
        for (var i = 0; i < to; i++)
        {
            var place = (scale * (i + 0.5)) - 0.5;
            var at = (int)Math.Floor(place);
            places[i] = at < 0 ? new LinearPlace(0, 0, 0)
                : at >= from - 1 ? new LinearPlace(from - 1, from - 1, 0)
                : new LinearPlace(at, at + 1, (int)Math.Round((place - at) * (1 << Bits)));
        }

        return places;
    }
}
