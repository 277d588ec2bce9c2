namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>A node of a decision tree: above zero the next node, else the leaf of that negated number.</summary>
internal readonly record struct CascadeNode(int Left, int Right, int Feature, float Threshold);
