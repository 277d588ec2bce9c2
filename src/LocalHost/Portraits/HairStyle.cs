namespace PhotoFunctions.LocalHost.Portraits;

internal enum HairStyle
{
    Cropped,
    SideParted,
    Bob,
    Long,
    Bun,
}
