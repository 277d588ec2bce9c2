using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Students;

internal static class NationalIdFailures
{
    internal static Failure Date { get; } = Failure.Of(
        FailureCodes.NationalIdDate,
        "身份证号中的出生日期不存在,请核对第7至14位。",
        "Expected a birth date that exists in characters 7 to 14 of the ID number but received one that does not.");

    internal static Failure Checksum { get; } = Failure.Of(
        FailureCodes.NationalIdChecksum,
        "身份证号校验位不正确,请逐位核对。",
        "Expected the check character of GB 11643 as the last character of the ID number but received another.");

    internal static Failure Region { get; } = Failure.Of(
        FailureCodes.NationalIdRegion,
        "身份证号的地区代码不在已知范围内,请留意。",
        "Expected a known region in the first two digits of the ID number but received another one (a warning only).");

    internal static Failure NumericCell { get; } = Failure.Of(
        FailureCodes.NumericIdCell,
        "身份证号单元格是数值格式,末尾数字已丢失;请将该列设为文本格式后重新填写。",
        "Expected the ID number as text but received a number cell, which has lost its last digits.");

    internal static Failure Shape(int length) => Failure.Of(
        FailureCodes.NationalIdShape,
        $"身份证号应为18位(17位数字加校验位),实际为{length}个字符。",
        $"Expected 18 characters for the ID number (17 digits and a check character) but received {length} characters of another shape.");
}
