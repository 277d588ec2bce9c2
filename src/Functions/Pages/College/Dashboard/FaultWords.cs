using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Pages.College.Dashboard;

/// <summary>For which fault photos are rejected, in a few words: where many are counted, nothing is measured.</summary>
public static class FaultWords
{
    private static readonly Dictionary<string, BilingualText> Words = new()
    {
        [FailureCodes.WindowNotOpen] = new("采集尚未开始", "Before the collection"),
        [FailureCodes.WindowClosed] = new("采集已截止", "After the deadline"),
        [FailureCodes.FileEmpty] = new("文件没有内容", "Empty file"),
        [FailureCodes.FileTooLarge] = new("文件过大", "File too large"),
        [FailureCodes.NotAnImage] = new("不是图片文件", "No picture file"),
        [FailureCodes.FormatNotSupported] = new("文件格式不支持", "Format not supported"),
        [FailureCodes.PhotoTruncated] = new("文件不完整", "File cut off"),
        [FailureCodes.PhotoDamaged] = new("文件已损坏", "File damaged"),
        [FailureCodes.PhotoTooManyScans] = new("JPEG编码异常", "Strange JPEG encoding"),
        [FailureCodes.PhotoTooManyPixels] = new("像素过多", "Too many pixels"),
        [FailureCodes.PhotoSideTooLong] = new("边长过长", "A side too long"),
        [FailureCodes.PhotoTooSmall] = new("照片尺寸过小", "Photo too small"),
        [FailureCodes.PhotoAspect] = new("宽高比不符", "Wrong proportions"),
        [FailureCodes.PhotoGreyscale] = new("不是彩色照片", "Not in colour"),
        [FailureCodes.PhotoCmyk] = new("印刷色彩(CMYK)", "Print colours (CMYK)"),
        [FailureCodes.PhotoTransparent] = new("含透明部分", "See-through parts"),
        [FailureCodes.OutputBytes] = new("无法生成规定大小的文件", "Output of the right size impossible"),
        [FailureCodes.FormatPngNote] = new("PNG格式", "PNG"),
        [FailureCodes.FaceMissing] = new("未检测到人脸", "No face found"),
        [FailureCodes.FaceSeveral] = new("多张人脸", "Several faces"),
        [FailureCodes.FaceNotChecked] = new("未检测人脸", "Face not checked"),
        [FailureCodes.PhotoSideways] = new("照片方向不正", "Photo on its side"),
        [FailureCodes.QrCodeUploaded] = new("疑似上传了采集码", "Capture code uploaded"),
        [FailureCodes.BackgroundColour] = new("背景颜色不符", "Background colour"),
        [FailureCodes.BackgroundUneven] = new("背景不均匀", "Background uneven"),
        [FailureCodes.BackgroundShaded] = new("背景有阴影", "Background shaded"),
        [FailureCodes.ClothesBlue] = new("衣服颜色与背景接近", "Clothes like the background"),
        [FailureCodes.PhotoBlurred] = new("照片不清晰", "Blurred"),
        [FailureCodes.SharpnessNotChecked] = new("未检测清晰度", "Sharpness not checked"),
        [FailureCodes.FaceDark] = new("面部过暗", "Face too dark"),
        [FailureCodes.FaceGlare] = new("面部有高光", "Glare on the face"),
        [FailureCodes.FaceLightUneven] = new("面部光线不均", "Face unevenly lit"),
        [FailureCodes.HeadTilted] = new("头部倾斜", "Head tilted"),
        [FailureCodes.CrownOutside] = new("头顶位置不符", "Crown out of place"),
        [FailureCodes.EyeLineOutside] = new("眼睛位置不符", "Eyes out of place"),
        [FailureCodes.PhotoDuplicate] = new("与他人照片相同", "Same as another student's"),
        [FailureCodes.PhotoDuplicateInCohort] = new("与他人照片相同(全届)", "Same as another student's (cohort)"),
        [FailureCodes.PhotoResubmitted] = new("重复提交被驳回的照片", "Refused photo sent again"),
        [FailureCodes.PhotoRefused] = new("人工审核驳回", "Refused by a person"),
        [FailureCodes.OutputUnavailable] = new("缺少部分规格", "An output is missing"),
        [FailureCodes.DecoderCrashed] = new("文件无法安全读取", "File cannot be read safely"),
        [FailureCodes.ProcessingFailed] = new("处理多次失败", "Processing failed again and again"),
    };

    /// <summary>The words; a code without any is shown as it is.</summary>
    /// <param name="code">The fault's code.</param>
    /// <returns>A few words.</returns>
    public static BilingualText Of(string code) => Find(code) ?? new BilingualText(code, code);

    /// <summary>The words; null for a code without any.</summary>
    /// <param name="code">The fault's code.</param>
    /// <returns>A few words, or null.</returns>
    public static BilingualText? Find(string code) => Words.GetValueOrDefault(code);
}
