using PhotoFunctions.LocalHost.Portraits;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary>What can be right and wrong with a sample file, each with the code that is right.</summary>
internal static class SampleFaults
{
    /// <summary>Sound files that do not look like the others: each needs a student.</summary>
    public static readonly (string What, FileFault File)[] SoundForms =
    [
        ("a PNG named .jpg", FileFaults.PlainPng),
        ("a PNG with an unused alpha channel", FileFaults.OpaquePng),
        ("a palette PNG", FileFaults.PalettePng),
        ("a 16-bit PNG", FileFaults.DeepPng),
        ("sideways, with the EXIF tag", FileFaults.Sideways),
        ("120 × 160 pixels already", FileFaults.PlatformSize),
        ("with an ICC profile", FileFaults.IccTagged),
    ];

    /// <summary>Files that must be refused: each needs a student.</summary>
    public static readonly (string What, FileFault File, string Code)[] Files =
    [
        ("a text file", FileFaults.NotAnImage, "not-an-image"),
        ("WebP named .jpg", FileFaults.Webp, "format-not-supported"),
        ("GIF named .jpg", FileFaults.Gif, "format-not-supported"),
        ("PDF named .jpg", FileFaults.Pdf, "format-not-supported"),
        ("HEIC named .jpg", FileFaults.Heic, "format-not-supported"),
        ("cut off half-way", FileFaults.Truncated, "photo-truncated"),
        ("zeros in the middle", FileFaults.ZeroedHole, "photo-damaged"),
        ("an empty file", FileFaults.Empty, "file-empty"),
        ("a PNG of 30000 × 30000", FileFaults.PngBomb, "photo-too-many-pixels"),
        ("a JPEG that claims 60000 × 60000", FileFaults.HugeFrame, "photo-side-too-long"),
        ("a JPEG of 400 scans", FileFaults.ScanBomb, "photo-too-many-scans"),
        ("100 × 133 pixels", FileFaults.TooSmall, "photo-too-small"),
        ("4 : 3, wider than high", FileFaults.WideAspect, "photo-aspect"),
        ("greyscale", FileFaults.Greyscale, "photo-greyscale"),
        ("CMYK", FileFaults.Cmyk, "photo-cmyk"),
        ("a transparent PNG", FileFaults.TransparentPng, "photo-transparent"),
        ("more than 20 MB", FileFaults.Oversize, "file-too-large"),
    ];

    /// <summary>Pictures that must be refused, though the file is sound.</summary>
    public static readonly (string What, PortraitFault Fault, string Code)[] Pictures =
    [
        ("a landscape", PortraitFault.NoFace, "face-missing"),
        ("two people", PortraitFault.TwoHeads, "face-several"),
        ("lying on its side", PortraitFault.Lying, "photo-sideways"),
        ("a QR code", PortraitFault.QrCode, "qr-code-uploaded"),
        ("a white background", PortraitFault.WhiteBackground, "background-colour"),
        ("a gradient behind", PortraitFault.GradientBackground, "background-uneven"),
        ("a shadow behind", PortraitFault.ShadowBackground, "background-uneven"),
        ("blue clothes", PortraitFault.BlueClothes, "clothes-blue"),
        ("out of focus", PortraitFault.Blurred, "photo-blurred"),
        ("under-exposed", PortraitFault.Dark, "face-dark"),
        ("over-exposed", PortraitFault.Glare, "face-glare"),
        ("the head leans", PortraitFault.TiltedHead, "head-tilted"),
    ];

    /// <summary>Pictures that a person has to look at.</summary>
    public static readonly (string What, PortraitFault Fault, string Code)[] GreyCases =
    [
        ("a pale background", PortraitFault.PaleBackground, "background-colour"),
        ("a soft gradient behind", PortraitFault.SoftGradient, "background-uneven"),
        ("lighter on one side", PortraitFault.ShadedSide, "background-shaded"),
        ("partly blue clothes", PortraitFault.PartlyBlueClothes, "clothes-blue"),
        ("a little soft", PortraitFault.SoftFocus, "photo-blurred"),
        ("a bright forehead", PortraitFault.SlightGlare, "face-glare"),
        ("light from one side", PortraitFault.SideLight, "face-light-uneven"),
        ("the head leans a little", PortraitFault.SlightlyTiltedHead, "head-tilted"),
        ("the head is low", PortraitFault.LowHead, "eye-line-outside"),
        ("somebody in the background", PortraitFault.SmallSecondHead, "face-several"),
    ];
}
