using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Imports;

namespace PhotoFunctions.Functions.Pages.College.FileImports;

/// <summary>The form of an import: one file, and a few short fields. The file never touches the disk: it holds names in plain.</summary>
internal sealed record ImportForm
{
    /// <summary>The fields.</summary>
    public const string File = "file";
    public const string Day = "asOf";
    public const string Write = "write";
    public const string Sha256 = "sha256";

    /// <summary>What the field that asks to write holds.</summary>
    public const string Yes = "yes";

    private const int MostFields = 16;

    // A form token is the longest.
    private const int LongestField = 4096;

    private static readonly string[] FileNames = [".csv", ".xlsx"];

    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = MostFields,
        MultipartHeadersCountLimit = 8,
        MultipartHeadersLengthLimit = 4096,
        MultipartBodyLengthLimit = BodyLimit.LargestBody,
        MemoryBufferThreshold = (int)BodyLimit.LargestBody,
    };

    private ImportForm(IFormCollection form, byte[] content, Failure? failure)
    {
        Content = content;
        Failure = failure;
        var (day, sha256) = (TextOf(form, Day)?.Trim(), failure is null ? Convert.ToHexStringLower(SHA256.HashData(content)) : "");
        var isWriting = TextOf(form, Write) == Yes;
        Try = new ImportTry
        {
            FileName = form.Files is [var file] ? file.FileName : "",
            Day = string.IsNullOrEmpty(day) ? null : day,
            Sha256 = sha256,
            IsWriting = isWriting,
        };
        if (failure is null && isWriting && TextOf(form, Sha256) != sha256)
        {
            Failure = RosterFailures.FileChanged;
        }
    }

    public byte[] Content { get; }

    /// <summary>What is to be done with which file.</summary>
    public ImportTry Try { get; }

    /// <summary>
    /// <c>request-invalid</c>, <c>value-missing</c> for no file, <c>roster-too-large</c>, <c>roster-unreadable</c> for no content and for
    /// names of other files, <c>file-changed</c>; null where the file may be looked at.
    /// </summary>
    public Failure? Failure { get; }

    public static async Task<ImportForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return new ImportForm(FormCollection.Empty, [], Unreadable);
        }

        // Whoever asked for the form token may have read it.
        var features = request.HttpContext.Features;
        if (features.Get<IFormFeature>()?.Form is null)
        {
            features.Set<IFormFeature>(new FormFeature(request, Limits));
        }

        if (await Forms.ReadAsync(request, cancellationToken) is not { } form)
        {
            return new ImportForm(FormCollection.Empty, [], Unreadable);
        }

        if (Refusal(form) is { } failure)
        {
            return new ImportForm(form, [], failure);
        }

        var content = new byte[form.Files[0].Length];
        await using var stream = form.Files[0].OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return new ImportForm(form, content, failure: null);
    }

    private static Failure Unreadable =>
        RequestFailures.Invalid("应为含有一个文件的表单", "a form with one file but received something else");

    // The reader of the form does not hold the fields of a multipart form against a length.
    private static Failure? Refusal(IFormCollection form) => form.Files switch
    {
        _ when form.SelectMany(field => field.Value).Any(value => value?.Length > LongestField) => Unreadable,
        [] or [{ Length: 0, FileName: "" }] => RequestFailures.Missing(File, "文件"),
        [{ Length: > SheetFile.MaxBytes }] => SheetUpload.TooLarge,
        [{ Length: 0 }] => RosterFailures.Unreadable,
        [{ Name: File } file] when FileNames.Contains(Path.GetExtension(file.FileName), StringComparer.OrdinalIgnoreCase) => null,
        [{ Name: File }] => RosterFailures.Unreadable,
        _ => RequestFailures.Invalid("一次只能导入一个文件", "one file at a time but received another form"),
    };

    private static string? TextOf(IFormCollection form, string field) => form[field] is [{ } text] ? text : null;
}
