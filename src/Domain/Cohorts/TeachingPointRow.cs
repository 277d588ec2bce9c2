namespace PhotoFunctions.Domain.Cohorts;

/// <summary>One row of a file of teaching points, as written there; null where the file has no such column.</summary>
public sealed record TeachingPointRow
{
    /// <summary>The row's number in the file, from 1, headings included.</summary>
    public required int RowNumber { get; init; }

    /// <summary>代码.</summary>
    public string Code { get; init; } = "";

    /// <summary>名称.</summary>
    public string? Name { get; init; }

    /// <summary>联系人.</summary>
    public string? Contact { get; init; }

    /// <summary>邮箱.</summary>
    public string? Mail { get; init; }

    /// <summary>电话.</summary>
    public string? Phone { get; init; }

    /// <summary>地址.</summary>
    public string? Address { get; init; }

    /// <summary>Prints nobody.</summary>
    /// <returns>The row's number.</returns>
    public override string ToString() => $"row {RowNumber}";
}
