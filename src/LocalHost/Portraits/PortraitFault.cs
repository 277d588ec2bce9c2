namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>What is wrong with a sample portrait, as a picture: the file itself is sound.</summary>
internal enum PortraitFault
{
    None,

    /// <summary>Hills and a lake: nobody in the picture.</summary>
    NoFace,
    TwoHeads,
    BlueClothes,
    WhiteBackground,
    GradientBackground,
    ShadowBackground,

    /// <summary>Out of focus, the eyes still to be found.</summary>
    Blurred,
    VeryBlurred,

    /// <summary>Under-exposed, the face still to be found.</summary>
    Dark,
    VeryDark,
    TiltedHead,
    TinyHead,

    /// <summary>Stored lying on its side, with the EXIF tag that says so: no fault for a reader that honours the tag.</summary>
    Sideways,

    /// <summary>Stored lying on its side, without the tag: a fault for every reader.</summary>
    Lying,

    /// <summary>White spots on forehead and cheeks.</summary>
    Glare,

    // From here on the grey zones: what only a person can judge.

    /// <summary>A blue that is paler than the accepted ones.</summary>
    PaleBackground,
    SoftGradient,

    /// <summary>One side of the background lighter than the other.</summary>
    ShadedSide,
    PartlyBlueClothes,
    SoftFocus,
    SlightGlare,

    /// <summary>A lamp at one side only.</summary>
    SideLight,
    SlightlyTiltedHead,
    LowHead,

    /// <summary>Somebody small in the background.</summary>
    SmallSecondHead,

    /// <summary>A QR code on a card, as uploaded by students who mistake the capture code for the photo.</summary>
    QrCode,
}
