using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Tests.Imaging;

/// <summary>What became of a file: its faults, or its outputs.</summary>
internal sealed record FileVerdict(IReadOnlyList<Failure> Faults, IReadOnlyList<NormalisedPhoto> Outputs)
{
    public string[] Codes => [.. Faults.Select(fault => fault.Code)];

    /// <summary>The bytes of the platform photo, which every sound file has.</summary>
    public byte[] Platform => Outputs.Single(output => output.Profile == OutputProfile.Platform).Content.ToArray();
}
