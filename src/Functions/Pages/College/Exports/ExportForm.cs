using Microsoft.AspNetCore.Http.Features;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Exports;

namespace PhotoFunctions.Functions.Pages.College.Exports;

/// <summary>
/// The forms of the exports: what the API takes from a body and a query. A field that stands there twice, and a form that cannot be
/// read, count as nothing: the reason is missing then.
/// </summary>
internal sealed class ExportForm
{
    /// <summary>The fields.</summary>
    public const string Reason = "reason";
    public const string By = "by";
    public const string Point = "teachingPoint";
    public const string Format = "format";
    public const string Profile = "profile";
    public const string ConfirmedOnly = "confirmedOnly";
    public const string Kind = "kind";
    public const string Status = "status";

    private const int MostBytes = 16 * 1024;

    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 16,
        KeyLengthLimit = 100,
        ValueLengthLimit = 4096,
        MultipartBodyLengthLimit = MostBytes,
    };

    private readonly IFormCollection _form;

    private ExportForm(IFormCollection form) => _form = form;

    public ExportBody Body => new(this[Reason], this[By]);

    /// <summary>A field; null where it is absent or empty.</summary>
    public string? this[string field] => _form[field] is [{ Length: > 0 } text] ? text : null;

    public static async Task<ExportForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType || request.ContentLength > MostBytes)
        {
            return new ExportForm(FormCollection.Empty);
        }

        // Whoever asked for the form token may have read it.
        var features = request.HttpContext.Features;
        if (features.Get<IFormFeature>()?.Form is null)
        {
            features.Set<IFormFeature>(new FormFeature(request, Limits));
        }

        return new ExportForm(await Forms.ReadAsync(request, cancellationToken) ?? FormCollection.Empty);
    }
}
