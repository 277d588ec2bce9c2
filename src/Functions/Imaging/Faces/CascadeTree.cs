namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>A weak classifier: a small decision tree. Every node comes before those to which it leads.</summary>
internal sealed record CascadeTree(CascadeNode[] Nodes, float[] Leaves)
{
    /// <summary>Most nodes of a tree.</summary>
    public const int MaxNodes = 8;
}
