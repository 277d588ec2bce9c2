namespace PhotoFunctions.Functions.Imaging.Checks;

/// <summary>A colour of CIELAB. A value type, for there is one a pixel; its default is black.</summary>
internal readonly record struct Lab(float L, float A, float B);
