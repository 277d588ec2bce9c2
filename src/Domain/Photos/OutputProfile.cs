namespace PhotoFunctions.Domain.Photos;

/// <summary>One picture that is written from every accepted photo.</summary>
public sealed record OutputProfile
{
    /// <summary>The platform photo of the college's notice: 120×160, 24-bit, at most 10 KB.</summary>
    public static OutputProfile Platform { get; } = new()
    {
        Name = "platform-120x160",
        Width = 120,
        Height = 160,
        MaxBytes = 10 * 1024,
        DotsPerInch = 300,
        IsRequired = true,
    };

    /// <summary>The degree photo of the national rule: 480×640, 300 dpi, usually 20 to 40 KB. Source: 教毕指〔2017〕99号.</summary>
    public static OutputProfile National { get; } = new()
    {
        Name = "chsi-480x640",
        Width = 480,
        Height = 640,
        MinBytes = 20 * 1024,
        MaxBytes = 40 * 1024,
        DotsPerInch = 300,
        IsRequired = false,
    };

    /// <summary>A name that no output may have: the uploaded file itself is asked for by it.</summary>
    public const string OriginalName = "original";

    /// <summary>Stable name, also part of the output's blob name.</summary>
    public required string Name { get; init; }

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Smallest file, in bytes.</summary>
    public int MinBytes { get; init; }

    /// <summary>Largest file, in bytes.</summary>
    public required int MaxBytes { get; init; }

    /// <summary>Density written into the file, in dots per inch.</summary>
    public required int DotsPerInch { get; init; }

    /// <summary>Whether a photo from which it cannot be written is rejected.</summary>
    public required bool IsRequired { get; init; }
}
