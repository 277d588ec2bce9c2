namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>One weighted rectangle of a feature, in pixels of the trained window.</summary>
internal readonly record struct CascadeRectangle(int X, int Y, int Width, int Height, float Weight);
