namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>A weak classifier: a small decision tree, the root first and every node before those to which it leads.</summary>
internal sealed record CascadeTree(CascadeNode[] Nodes)
{
    /// <summary>Most nodes of a tree.</summary>
    public const int MaxNodes = 8;
}
