namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>
/// Portraits of people who do not exist, drawn from a seed: the same seed gives the same person and, on the same libvips, the
/// same bytes. They test plumbing and rules; no detector or colour threshold may be tuned on them.
/// </summary>
internal static class SamplePortrait
{
    public const int DefaultWidth = 960;

    public const int DefaultHeight = 1280;

    public static byte[] Draw(
        ulong seed,
        PortraitFault fault = PortraitFault.None,
        int width = DefaultWidth,
        int height = DefaultHeight,
        PortraitFormat? format = null)
    {
        format ??= new PortraitFormat();
        if (fault == PortraitFault.Sideways)
        {
            format = format with { Orientation = seed % 2 == 0 ? 6 : 8 };
        }

        if (fault == PortraitFault.Lying)
        {
            format = format with { Orientation = PortraitRenderer.StoredLying };
        }

        using var picture = PortraitRenderer.Render(seed, fault, width, height);
        return PortraitRenderer.Encode(picture, format);
    }
}
