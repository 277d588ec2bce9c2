namespace PhotoFunctions.Functions.Telemetry;

/// <summary>The stages of a photo, in their order.</summary>
internal static class StageNames
{
    public const string Open = "open";
    public const string Inspect = "inspect";
    public const string Decode = "decode";
    public const string Measure = "measure";
    public const string Faces = "faces";
    public const string Normalise = "normalise";
    public const string Store = "store";
    public const string Record = "record";
    public const string Delete = "delete";

    public static readonly IReadOnlyList<string> All = [Open, Inspect, Decode, Measure, Faces, Normalise, Store, Record, Delete];
}
