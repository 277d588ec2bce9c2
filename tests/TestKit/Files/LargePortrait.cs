using NetVips;
using PhotoFunctions.LocalHost.Portraits;

namespace PhotoFunctions.TestKit.Files;

/// <summary>
/// A drawn portrait as large as cameras take them. It draws in this process, which therefore must not use the app's codec: that one blocks
/// the loader of drawings for the whole process.
/// </summary>
public static class LargePortrait
{
    private const int Quality = 90;

    /// <summary>As JPEG at quality 90 with colours at half the resolution, as phones write them; at once or in scans.</summary>
    public static byte[] Draw(int seed, int width, int height, bool isProgressive = false)
    {
        using var picture = PortraitRenderer.Render((ulong)seed, PortraitFault.None, width, height);
        return picture.JpegsaveBuffer(q: Quality, interlace: isProgressive, subsampleMode: Enums.ForeignSubsample.On);
    }
}
