using System.Globalization;
using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Exports;

/// <summary>邮寄地址: where the teaching points' prints are sent, and how many there are.</summary>
public static class AddressList
{
    /// <summary>The name of the list.</summary>
    public const string Name = "教学点邮寄地址";

    /// <summary>The headings.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["教学点", "教学点名称", "联系人", "联系电话", "邮寄地址", "审核通过照片数"];

    /// <summary>The row of a teaching point.</summary>
    /// <param name="point">The teaching point.</param>
    /// <param name="acceptedPhotos">How many of its students have an accepted photo.</param>
    /// <returns>A cell for each heading.</returns>
    public static IReadOnlyList<string> Row(TeachingPoint point, int acceptedPhotos)
    {
        ArgumentNullException.ThrowIfNull(point);
        var reached = point.Reached;
        return
        [
            point.Code.Value,
            point.Name,
            reached.Contact,
            reached.Phone,
            reached.Address,
            acceptedPhotos.ToString(CultureInfo.InvariantCulture),
        ];
    }
}
