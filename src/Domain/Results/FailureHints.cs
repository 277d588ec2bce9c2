namespace PhotoFunctions.Domain.Results;

/// <summary>What people can do about a finding on a photo: one sentence a code, in the tone of the college's mails.</summary>
internal static class FailureHints
{
    private static readonly Dictionary<string, BilingualText> Hints = new()
    {
        [FailureCodes.FileEmpty] = new("请重新上传原文件。", "Upload the file again."),
        [FailureCodes.FileTooLarge] = new("请以较低分辨率另存后上传。", "Save the photo at a lower resolution."),
        [FailureCodes.NotAnImage] = new("请上传JPEG格式的照片文件。", "Upload the photo itself, as JPEG."),
        [FailureCodes.FormatNotSupported] = new("请在手机或电脑上另存为JPEG格式后上传。", "Save or export the photo as JPEG."),
        [FailureCodes.FormatPngNote] = new("无需操作;下次请提交JPEG。", "Nothing; send JPEG the next time."),
        [FailureCodes.PhotoTruncated] = new("请重新复制或下载原文件后上传。", "Copy the original again and upload it."),
        [FailureCodes.PhotoDamaged] = new("请重新复制或下载原文件后上传。", "Copy the original again and upload it."),
        [FailureCodes.PhotoTooManyScans] = new("请用图片软件另存为普通(基线)JPEG。", "Save it as a plain (baseline) JPEG."),
        [FailureCodes.PhotoTooManyPixels] = new("请缩小照片后上传。", "Scale the photo down."),
        [FailureCodes.PhotoSideTooLong] = new("请缩小照片后上传。", "Scale the photo down."),
        [FailureCodes.PhotoTooSmall] = new(
            "请上传拍摄单位提供的原图,不要放大。",
            "Upload the capture unit's original; do not enlarge a small one."),
        [FailureCodes.PhotoAspect] = new("请上传竖幅、接近3:4的原图。", "Upload an upright photo of about 3:4."),
        [FailureCodes.PhotoGreyscale] = new("请上传彩色照片。", "Upload the photo in colour."),
        [FailureCodes.PhotoCmyk] = new("请转换为RGB后另存为JPEG。", "Convert it to RGB and save it as JPEG."),
        [FailureCodes.PhotoTransparent] = new("请使用不透明背景的原图。", "Upload the original with its opaque background."),
        [FailureCodes.OutputBytes] = new("请上传拍摄单位提供的原图。", "Upload the capture unit's original."),
        [FailureCodes.FaceMissing] = new(
            "请上传本人正面免冠照片,五官清晰、无遮挡。",
            "Upload the portrait itself: the whole head, facing front, eyes open."),
        [FailureCodes.FaceSeveral] = new("照片中只能有学生本人,请重新拍摄。", "Have a photo taken with only the student in it."),
        [FailureCodes.FaceNotChecked] = new("无需操作,由教学点人工审核。", "Nothing: the teaching point looks at it."),
        [FailureCodes.PhotoSideways] = new("请将照片旋转至正向后重新上传。", "Turn the photo upright and upload it again."),
        [FailureCodes.QrCodeUploaded] = new(
            "请上传本人照片;采集码请妥善保管,勿上传或转发。",
            "Upload the portrait. Keep the capture code to yourself."),
        [FailureCodes.BackgroundColour] = new(
            "请在规定颜色的背景前重新拍摄,不要后期换底。",
            "Have the photo taken before a background of an accepted colour; do not replace the background afterwards."),
        [FailureCodes.BackgroundUneven] = new("请离背景远一些,并使背景光线均匀后重新拍摄。", "Stand away from the wall and light it evenly."),
        [FailureCodes.BackgroundShaded] = new(
            "由教学点人工审核;如需重拍,请使背景光线均匀。",
            "Nothing yet: the teaching point looks at it. For a new photo, light the background evenly."),
        [FailureCodes.ClothesBlue] = new("请勿穿蓝色衣服,换深色衣服后重新拍摄。", "Wear dark clothes that are not blue."),
        [FailureCodes.PhotoBlurred] = new(
            "请上传拍摄单位提供的未裁剪原图;仍不合格请重新拍摄。",
            "Upload the original of the capture unit, uncut and unscaled; otherwise have it taken again."),
        [FailureCodes.SharpnessNotChecked] = new("无需操作;提供更大的原图可完成检测。", "Nothing. A larger original can be checked."),
        [FailureCodes.FaceDark] = new("请增加正面光线后重新拍摄。", "Take the photo again with more light from the front."),
        [FailureCodes.FaceGlare] = new("请使用柔和光线、避免反光后重新拍摄。", "Take the photo again with soft light and without a flash."),
        [FailureCodes.FaceLightUneven] = new(
            "由教学点人工审核;如需重拍,请使两侧光线均匀。",
            "Nothing yet: the teaching point looks at it. For a new photo, light both sides."),
        [FailureCodes.HeadTilted] = new("请保持头部端正后重新拍摄。", "Take the photo again with the head upright."),
        [FailureCodes.CrownOutside] = new(
            "由教学点人工审核;请提供未裁剪的原图。",
            "Nothing yet: the teaching point looks at it. Upload the uncut original."),
        [FailureCodes.EyeLineOutside] = new(
            "由教学点人工审核;请提供未裁剪的原图。",
            "Nothing yet: the teaching point looks at it. Upload the uncut original."),
        [FailureCodes.PhotoDuplicate] = new(
            "请核对照片是否为该学生本人,由教学点人工审核。",
            "Check that the photo is this student's. The teaching point looks at it."),
        [FailureCodes.PhotoDuplicateInCohort] = new(
            "请核对照片是否为该学生本人,由教学点人工审核。",
            "Check that the photo is this student's. The teaching point looks at it."),
        [FailureCodes.PhotoResubmitted] = new("请勿重复提交,请重新拍摄。", "Have a new photo taken."),
        [FailureCodes.PhotoRefused] = new(
            "请按审核意见重新拍摄;如有异议,教学点可申诉。",
            "Have a new photo taken as the reason says; the teaching point may appeal."),
        [FailureCodes.OutputUnavailable] = new("无需操作;提供更大的原图可生成该规格。", "Nothing. A larger original gives this output too."),
        [FailureCodes.DecoderCrashed] = new(
            "请另存为普通JPEG后重新上传。",
            "Save the photo again as a plain JPEG. Administrators: handle the file with care."),
        [FailureCodes.SpecificationInvalid] = new("请按提示修正该项设置。", "Correct the value that the message names."),
    };

    internal static BilingualText? Of(string code) => Hints.GetValueOrDefault(code);
}
