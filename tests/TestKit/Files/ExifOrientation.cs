namespace PhotoFunctions.TestKit.Files;

/// <summary>EXIF's word on how a picture is held, and pictures stored accordingly.</summary>
public static class ExifOrientation
{
    /// <summary>1 to 8.</summary>
    public static IReadOnlyList<int> All { get; } = [.. Enumerable.Range(1, 8)];

    /// <summary>A TIFF block with this one entry.</summary>
    public static byte[] Block(int orientation) =>
        [.. "MM\0*\0\0\0\u0008"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    /// <summary>
    /// Stores an upright picture as a camera held that way does. Source: EXIF 2.32, tag 274: which side of what is seen the first stored row
    /// and the first stored column are.
    /// </summary>
    public static (int Width, int Height, byte[] Rgb) Store(int width, int height, byte[] rgb, int orientation)
    {
        ArgumentNullException.ThrowIfNull(rgb);
        var isTurned = orientation >= 5;
        var (storedWidth, storedHeight) = isTurned ? (height, width) : (width, height);
        var stored = new byte[rgb.Length];
        for (var row = 0; row < storedHeight; row++)
        {
            for (var column = 0; column < storedWidth; column++)
            {
                var (x, y) = orientation switch
                {
                    1 => (column, row),
                    2 => (width - 1 - column, row),
                    3 => (width - 1 - column, height - 1 - row),
                    4 => (column, height - 1 - row),
                    5 => (row, column),
                    6 => (width - 1 - row, column),
                    7 => (width - 1 - row, height - 1 - column),
                    8 => (row, height - 1 - column),
                    _ => throw new ArgumentOutOfRangeException(nameof(orientation)),
                };
                rgb.AsSpan(((y * width) + x) * 3, 3).CopyTo(stored.AsSpan(((row * storedWidth) + column) * 3));
            }
        }

        return (storedWidth, storedHeight, stored);
    }
}
