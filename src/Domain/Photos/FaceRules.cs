namespace PhotoFunctions.Domain.Photos;

/// <summary>How the head stands in the picture. Source of the lines: 教毕指〔2017〕99号, in pixels of a picture 640 high.</summary>
public sealed record FaceRules
{
    /// <summary>Height of the picture to which the lines refer, in pixels.</summary>
    public int ReferenceHeight { get; init; } = 640;

    /// <summary>Highest place of the crown, in pixels from the top.</summary>
    public int MinCrown { get; init; } = 50;

    /// <summary>Lowest place of the crown, in pixels from the top.</summary>
    public int MaxCrown { get; init; } = 110;

    /// <summary>Highest place of the eyes, in pixels from the top.</summary>
    public int MinEyeLine { get; init; } = 200;

    /// <summary>Lowest place of the eyes, in pixels from the top.</summary>
    public int MaxEyeLine { get; init; } = 300;

    /// <summary>How far the head may lean, in degrees; measured to about two degrees.</summary>
    public Limits RollDegrees { get; init; } = new(4, 10);
}
