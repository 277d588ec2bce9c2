using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Exports;

/// <summary>What a package says about one student: a photo, or why there is none. Sensitive: paths may hold names and ID numbers.</summary>
public sealed record PackageLine
{
    /// <summary>The student.</summary>
    public required StudentKey Student { get; init; }

    /// <summary>Path inside the package, with / between folder and name; empty for a photo that is left out.</summary>
    public string Path { get; init; } = "";

    /// <summary>The picture; null for a photo that is left out.</summary>
    public StoredOutput? Output { get; init; }

    /// <summary>When the photo was accepted; null for a photo that is left out.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Why there is no photo; null when there is one.</summary>
    public LeftOutReason? LeftOut { get; init; }

    /// <summary>The line when the photo turns out not to be there.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The line without photo.</returns>
    public PackageLine Without(LeftOutReason reason) => new() { Student = Student, LeftOut = reason };

    /// <summary>Prints nothing personal.</summary>
    /// <returns>The student number and the reason.</returns>
    public override string ToString() => $"{Student.Number} {LeftOut}";
}
