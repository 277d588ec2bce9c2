using CsCheck;

namespace PhotoFunctions.TestKit.Generators;

/// <summary>File names as people write them around an ID number.</summary>
public static class UploadNames
{
    /// <summary>What stands before the ID number.</summary>
    public static Gen<string> Before { get; } = Gen.OneOf("", "照片", "张三", "IMG_", "copy of ", "1-", "a.", "王小明的照片(最终版)", "𠮷");

    /// <summary>What stands between the ID number and the extension.</summary>
    public static Gen<string> After { get; } = Gen.OneOf("", "(1)", " (2)", "-副本", "_张三", ".bak", "…", "最终版最终版最终版", "𠮷");

    /// <summary>Extensions, or none.</summary>
    public static Gen<string> Extension { get; } = Gen.OneOf("", ".jpg", ".JPG", ".jpeg", ".png", ".Jpg", ".jpg ", ".p7", ".jpeg2000", ".");
}
