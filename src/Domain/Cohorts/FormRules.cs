namespace PhotoFunctions.Domain.Cohorts;

/// <summary>The columns of the forms for the photo unit, in their order. Source: the notice.</summary>
public sealed record FormRules
{
    /// <summary>勘误表: corrections, attachment 8 of the notice.</summary>
    public IReadOnlyList<FormColumn> Erratum { get; init; } =
    [
        new("学号", FormField.StudentNumber),
        new("姓名", FormField.Name),
        new("身份证号", FormField.NationalId),
        new("层次", FormField.Level),
        new("专业", FormField.Major),
        new("勘误内容", FormField.Description),
        new("联系人", FormField.Contact),
        new("联系电话", FormField.Phone),
    ];

    /// <summary>补印: missing and damaged prints.</summary>
    public IReadOnlyList<FormColumn> Reprint { get; init; } =
    [
        new("姓名", FormField.Name),
        new("身份证号", FormField.NationalId),
        new("邮寄地址", FormField.ReturnAddress),
        new("联系人", FormField.Contact),
        new("联系电话", FormField.Phone),
        new("情况说明", FormField.Description),
    ];
}
