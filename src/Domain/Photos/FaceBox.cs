namespace PhotoFunctions.Domain.Photos;

/// <summary>Where a face lies in the working image, in pixels: about from the brows to the chin, ear to ear.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record FaceBox(int Left, int Top, int Width, int Height);
