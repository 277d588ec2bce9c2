namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>A stage: what its trees do not bring above the threshold is no face.</summary>
internal sealed record CascadeStage(float Threshold, CascadeTree[] Trees);
