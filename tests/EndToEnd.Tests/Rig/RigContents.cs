using System.Security.Cryptography;
using System.Text;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>Files whose judgement is written down: the rig is about storage, not about pictures.</summary>
internal static class RigContents
{
    public static byte[] Good { get; } = Bytes("good");

    public static byte[] AlsoGood { get; } = Bytes("also good");

    public static byte[] Doubtful { get; } = Bytes("doubtful");

    public static byte[] Bad { get; } = Bytes("bad");

    /// <summary>A codec that knows these files.</summary>
    public static ScriptedPhotoCodec CreateCodec()
    {
        var codec = new ScriptedPhotoCodec();
        codec.Inspects(Bad, PhotoFailures.Truncated);
        codec.Measures(Good, Pixels(Good));
        codec.Measures(AlsoGood, Pixels(AlsoGood));
        codec.Measures(Doubtful, Pixels(Doubtful) with { Face = null });
        return codec;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    // With a fingerprint the walk also looks for the same picture at the teaching point, as every real photo's does.
    private static PixelInspection Pixels(byte[] content)
    {
        var words = Enumerable.Range(0, 4).Select(at => BitConverter.ToUInt64(SHA256.HashData(content), at * 8)).ToArray();
        return ScriptedPhotoCodec.GoodPixels with { Fingerprint = PhotoFingerprint.Of(words[0], words) };
    }
}
