namespace PhotoFunctions.Domain.Photos;

/// <summary>What a look for faces found.</summary>
public sealed record FaceFacts
{
    /// <summary>The faces, the largest first.</summary>
    public required IReadOnlyList<FaceBox> Faces { get; init; }

    /// <summary>How many faces a look at twice the scale found; small faces in the background show only there.</summary>
    public int FacesAtFinerScale { get; init; }

    /// <summary>How far the line through the eyes leans, in degrees; negative to the left. Null when the two eyes were not found.</summary>
    public double? RollDegrees { get; init; }

    /// <summary>Height of the line through the eyes, in pixels from the top; null without a face.</summary>
    public double? EyeLine { get; init; }

    /// <summary>By how many degrees clockwise the picture has to be turned until a face shows; null when none shows in any direction.</summary>
    public int? TurnNeeded { get; init; }

    /// <summary>Whether there is a QR code; looked for only where there is no face.</summary>
    public bool HasQrCode { get; init; }
}
