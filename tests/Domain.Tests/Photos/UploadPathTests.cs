using CsCheck;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Domain.Tests.Photos;

public sealed class UploadPathTests
{
    private const string Id = "11010519491231002X";

    [Theory]
    [InlineData($"2024/TP012/{Id}.jpg")]
    [InlineData($"2024/TP012/2班/张老师/{Id}.jpg")]
    [InlineData($"2024/TP012/a/b/c/d/{Id}.jpg")]
    [InlineData($"2024/TP012//{Id}.jpg")]
    [InlineData($"2024/TP012/{Id}.JPG")]
    [InlineData($"2024/TP012/{Id}.jpeg")]
    [InlineData($"2024/TP012/{Id}.png")]
    [InlineData($"2024/TP012/{Id}.照片")]
    [InlineData($"2024/TP012/{Id}")]
    [InlineData("2024/TP012/11010519491231002x.jpg")]
    [InlineData("2024/TP012/１１０１０５１９４９１２３１００２Ｘ.jpg")]
    [InlineData($"2024/TP012/ {Id} .jpg")]
    public void Reads_place_and_number(string blobName)
    {
        var path = UploadPath.Parse(blobName);

        Assert.Equal("2024", path.Cohort!.Value);
        Assert.Equal("TP012", path.TeachingPoint!.Value);
        Assert.Equal(Id, path.NationalId.Value!.Value);
    }

    [Theory]
    [InlineData($"{Id}.jpg", null, null)]
    [InlineData($"2024/{Id}.jpg", null, null)]
    [InlineData($"/TP012/{Id}.jpg", null, "TP012")]
    [InlineData($"2024//{Id}.jpg", "2024", null)]
    [InlineData($"2024届/TP012/{Id}.jpg", null, "TP012")]
    [InlineData($"2024/南昌/{Id}.jpg", "2024", null)]
    [InlineData($"2024/TP 12/{Id}.jpg", "2024", null)]
    public void Reads_each_part_for_itself(string blobName, string? cohort, string? teachingPoint)
    {
        var path = UploadPath.Parse(blobName);

        Assert.Equal(cohort, path.Cohort?.Value);
        Assert.Equal(teachingPoint, path.TeachingPoint?.Value);
        Assert.Equal(Id, path.NationalId.Value!.Value);
    }

    [Theory]
    [InlineData("", FailureCodes.FileNameNotId)]
    [InlineData(".jpg", FailureCodes.FileNameNotId)]
    [InlineData("张三.jpg", FailureCodes.FileNameNotId)]
    [InlineData($"{Id}(1).jpg", FailureCodes.FileNameNotId)]
    [InlineData($"{Id} (1).jpg", FailureCodes.FileNameNotId)]
    [InlineData($"{Id}.tar.jpg", FailureCodes.FileNameNotId)]
    [InlineData("11010519491231002.jpg", FailureCodes.FileNameNotId)]
    [InlineData("110105194912310021X.jpg", FailureCodes.FileNameNotId)]
    [InlineData("110105491231002.jpg", FailureCodes.FileNameNotId)]
    [InlineData("110105194912310021.jpg", FailureCodes.NationalIdChecksum)]
    [InlineData("11010519490231002X.jpg", FailureCodes.NationalIdDate)]
    public void Says_why_a_name_is_no_number(string fileName, string code)
    {
        var path = UploadPath.Parse("2024/TP012/" + fileName);

        Assert.Equal(code, path.NationalId.Failure!.Code);
        Assert.Equal("2024", path.Cohort!.Value);
    }

    [Theory]
    [InlineData($"2024/TP012/{Id}.jpg", "1101**********002X.jpg")]
    [InlineData($"{Id}/TP012/张三.jpg", "张*.jpg")]
    [InlineData($"2024/TP012/{Id}(1).jpg", "1********************.jpg")]
    public void Masks_the_file_name_and_leaves_the_folders_out(string blobName, string masked) =>
        Assert.Equal(masked, UploadPath.Parse(blobName).MaskedFileName);

    [Fact]
    public void Never_shows_the_middle_of_an_ID_number() =>
        Gen.Select(NationalIds.Valid, UploadNames.Before, UploadNames.After, UploadNames.Extension).Sample((id, before, after, extension) =>
        {
            var fileName = before + id + after + extension;
            var masked = UploadPath.Parse("2024/TP012/" + fileName).MaskedFileName;

            Assert.DoesNotContain(id[4..14], masked, StringComparison.Ordinal);
            Assert.Contains("**********", masked, StringComparison.Ordinal);
        });

    [Fact]
    public void Reads_any_text_without_throwing() => Gen.OneOf(
        Gen.String,
        Gen.String[Gen.OneOf<char>([.. "/\\.:*?\"<>|\0 ~#%12X张\ud842\udfb7"]), 0, 40]).Sample(text =>
        {
            var path = UploadPath.Parse(text);
            Assert.True(path.NationalId.Value is null != path.NationalId.Failure is null);
            Assert.NotNull(path.ToString());
        });
}
