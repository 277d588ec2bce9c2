namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>Where a node of a decision tree leads: to another node, or to a leaf. What is not there is zero, so that the two may be added.</summary>
internal readonly record struct CascadeBranch(int Node, float Leaf);
