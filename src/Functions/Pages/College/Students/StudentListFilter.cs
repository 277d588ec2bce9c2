using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Pages.College.Students;

/// <summary>What the address of the list of students asks for, as the API reads it; a field that was left empty asks for nothing.</summary>
public sealed class StudentListFilter
{
    private const string PageSize = "50";

    private static readonly string[] Fields =
        ["stage", "collection", "proofing", "verification", "review", "level", "className", "numberPrefix", "sort", "teachingPoint"];

    private readonly Dictionary<string, string> _values;

    private StudentListFilter(Dictionary<string, string> values, string? continuation) => (_values, Continuation) = (values, continuation);

    /// <summary>Where the page begins; null for the start.</summary>
    public string? Continuation { get; }

    /// <summary>The teaching point; null for all that are seen.</summary>
    public string? TeachingPoint => this["teachingPoint"];

    /// <summary>Whether anything is asked for but the order.</summary>
    public bool IsAny => _values.Keys.Any(name => name != "sort");

    /// <summary>The order that was asked for, of a list that has only one.</summary>
    public bool IsOrderedInVain => TeachingPoint is null && this["sort"] is not null;

    /// <summary>What stands in a field; null for nothing.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The fields for an address.</summary>
    public (string Name, string? Value)[] Pairs(string? continuation = null) =>
        [.. _values.Select(pair => (pair.Key, (string?)pair.Value)), ("continuation", continuation)];

    internal static StudentListFilter Of(IQueryCollection query)
    {
        // The order of the keys is the one that nobody has to ask for.
        var values = Fields.Select(name => (Name: name, Value: query[name].ToString().Trim()))
            .Where(field => field.Value.Length > 0 && field != ("sort", StudentOrder.ByNumber.Name));
        return new StudentListFilter(
            values.ToDictionary(field => field.Name, field => field.Value),
            query["continuation"] is [{ Length: > 0 } continuation] ? continuation : null);
    }

    internal StudentListQuery Query(bool isOfPoint) => new(
        this["stage"],
        this["collection"],
        this["proofing"],
        this["verification"],
        this["review"],
        this["level"],
        this["className"],
        this["numberPrefix"],
        isOfPoint ? this["sort"] : null,
        PageSize,
        Continuation);
}
