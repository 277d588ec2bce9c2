using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Functions.Api;

/// <summary>What is wrong with, or strange about, one row of a file.</summary>
internal sealed record RowRemarkView(int Row, string Code, string MessageZh, string MessageEn)
{
    public static RowRemarkView Of(RosterRemark remark) =>
        new(remark.Row, remark.Failure.Code, remark.Failure.Message.Chinese, remark.Failure.Message.English);
}
