namespace PhotoFunctions.Functions.Imaging.Checks;

/// <summary>A rectangle of a picture, in pixels; right and bottom are outside. A value type without an invalid default: it is empty.</summary>
internal readonly record struct Region(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public bool IsEmpty => Right <= Left || Bottom <= Top;

    public Region Within(int width, int height) => new(Math.Max(0, Left), Math.Max(0, Top), Math.Min(width, Right), Math.Min(height, Bottom));
}
