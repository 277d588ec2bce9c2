namespace PhotoFunctions.Domain.Photos;

/// <summary>A decoded photo, upright, cropped and scaled down: every check and every output is made from it.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Rgb">Three bytes of sRGB a pixel, row by row.</param>
public sealed record WorkingImage(int Width, int Height, ReadOnlyMemory<byte> Rgb);
