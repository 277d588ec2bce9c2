using System.Globalization;

namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>A colour of a drawing, eight bits a channel.</summary>
internal sealed record Rgb(int R, int G, int B)
{
    public static Rgb Parse(string hex) => new(Channel(hex, 0), Channel(hex, 2), Channel(hex, 4));

    /// <summary>This colour moved towards <paramref name="other"/> by <paramref name="share"/>, from 0 to 1.</summary>
    public Rgb Towards(Rgb other, double share) => new(Move(R, other.R, share), Move(G, other.G, share), Move(B, other.B, share));

    public Rgb Towards(string other, double share) => Towards(Parse(other), share);

    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";

    private static int Channel(string hex, int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static int Move(int from, int to, double share) => (int)Math.Round(from + ((to - from) * share));
}
