namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>A weak classifier: a small decision tree.</summary>
internal sealed record CascadeTree(CascadeNode[] Nodes, float[] Leaves);
