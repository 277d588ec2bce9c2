namespace PhotoFunctions.Functions.Imports;

/// <summary>What a line says as a line of headings.</summary>
/// <param name="Known">How many of its cells are headings that the file may have.</param>
/// <param name="Missing">The required headings that it lacks, in the words of a message; none in the line of headings itself.</param>
/// <param name="Read">Reads a row below it, by its number and cells.</param>
internal sealed record SheetHeadings<T>(int Known, IReadOnlyList<string> Missing, Func<int, IDictionary<string, object?>, T> Read)
{
    /// <summary>Headings of which the line has two, where that is a fault; none otherwise.</summary>
    public IReadOnlyList<string> Repeated { get; init; } = [];
}
