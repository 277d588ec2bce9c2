using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Pages.College.FileImports;

/// <summary>A kind of file that an administrator imports.</summary>
public sealed record ImportKind
{
    /// <summary>Its part of the address, as the API has it.</summary>
    public required string Address { get; init; }

    /// <summary>What it is called.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>What it is for.</summary>
    public required BilingualText About { get; init; }

    /// <summary>What its file holds.</summary>
    public required IReadOnlyList<ImportColumn> Columns { get; init; }

    /// <summary>The line of the audit trail.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>What a file of results is about; null for the others. Only results have a day.</summary>
    public ResultKind? Results { get; init; }
}
