using System.Globalization;
using System.Xml.Linq;

namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>A trained cascade, read from the XML that OpenCV writes.</summary>
internal sealed record Cascade(int Width, int Height, CascadeStage[] Stages, CascadeFeature[] Features)
{
    // As OpenCV has it: what stands exactly at a threshold passes.
    private const float ThresholdSlack = 1e-5f;
    private const int NumbersOfNode = 4;

    public bool HasTiltedFeatures { get; } = Features.Any(feature => feature.IsTilted);

    public static Cascade Read(string path)
    {
        var cascade = XDocument.Load(path).Root!.Element("cascade")!;
        return new Cascade(
            (int)cascade.Element("width")!,
            (int)cascade.Element("height")!,
            [.. cascade.Element("stages")!.Elements().Select(ReadStage)],
            [.. cascade.Element("features")!.Elements().Select(ReadFeature)]);
    }

    private static CascadeStage ReadStage(XElement stage) => new(
        Numbers(stage.Element("stageThreshold")!)[0] - ThresholdSlack,
        [.. stage.Element("weakClassifiers")!.Elements().Select(ReadTree)]);

    private static CascadeTree ReadTree(XElement tree)
    {
        var leaves = Numbers(tree.Element("leafValues")!);
        var nodes = Numbers(tree.Element("internalNodes")!).Chunk(NumbersOfNode)
            .Select(node => new CascadeNode((int)node[2], node[3], BranchTo((int)node[0], leaves), BranchTo((int)node[1], leaves))).ToArray();
        return nodes.Length <= CascadeTree.MaxNodes ? new CascadeTree(nodes) : throw new InvalidDataException("The cascade has trees that are too large.");
    }

    // Above zero a node, else the leaf of that negated number.
    private static CascadeBranch BranchTo(int index, float[] leaves) => index > 0 ? new CascadeBranch(index, 0) : new CascadeBranch(0, leaves[-index]);

    private static CascadeFeature ReadFeature(XElement feature) => new(
        [
            .. feature.Element("rects")!.Elements().Select(Numbers)
                .Select(numbers => new CascadeRectangle((int)numbers[0], (int)numbers[1], (int)numbers[2], (int)numbers[3], numbers[4])),
        ],
        feature.Element("tilted") is { } tilted && (int)tilted == 1);

    private static float[] Numbers(XElement element) =>
    [
        .. element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(number => float.Parse(number, CultureInfo.InvariantCulture)),
    ];
}
