namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>A node of a decision tree: left below the threshold, else right.</summary>
internal readonly record struct CascadeNode(int Feature, float Threshold, CascadeBranch Left, CascadeBranch Right);
