using Microsoft.AspNetCore.Antiforgery;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Pages.College;

/// <summary>Renders the pages of the college: each a component, in the shell that all share.</summary>
internal sealed class CollegePages(ComponentHtml components, PageAssets assets, IAntiforgery antiforgery, StorageAccount storage)
{
    // Photos come from the storage and go there, by signed links; all else is the app's own.
    private readonly string _policy =
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' {OriginOf(storage)}; "
        + $"connect-src 'self' {OriginOf(storage)}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A page, whose component gets all that it shows by its parameters.</summary>
    public async Task<IResult> RenderAsync<TPage>(
        HttpContext context, PageFrame frame, params IReadOnlyList<(string Name, object? Value)> parameters)
        where TPage : CollegeComponent
    {
        var page = new PageContext
        {
            Language = PageLanguage.Of(context),
            Path = frame.Path ?? (IsLookedAt(context.Request, frame) ? PageLanguage.PathOf(context.Request) : PagePaths.Dashboard),
            FormToken = antiforgery.GetAndStoreTokens(context).RequestToken ?? "",
            Caller = context.User.Identity?.IsAuthenticated == true ? Caller.Of(context) : null,
        };
        var html = await components.RenderAsync<CollegeShell>(
            (nameof(CollegeShell.Page), page),
            (nameof(CollegeShell.Frame), frame),
            (nameof(CollegeShell.AddressOf), (Func<string, string>)assets.AddressOf),
            (nameof(CollegeShell.Body), typeof(TPage)),
            (nameof(CollegeShell.BodyParameters), parameters.ToDictionary(one => one.Name, one => one.Value)));
        return new HtmlPage(html, _policy, frame.Status);
    }

    /// <summary>Something was refused, or is not there.</summary>
    public Task<IResult> RefusalAsync(HttpContext context, string code, BilingualText message, int status) =>
        RenderAsync<RefusalPage>(
            context,
            new PageFrame(RefusalPage.TitleOf(status)) { Status = status },
            (nameof(RefusalPage.Status), status),
            (nameof(RefusalPage.Code), code),
            (nameof(RefusalPage.Message), message));

    // What was refused is not said back in an address: it may hold anything.
    private static bool IsLookedAt(HttpRequest request, PageFrame frame) => HttpMethods.IsGet(request.Method)
        && (frame.Status < StatusCodes.Status400BadRequest || frame.Status == StatusCodes.Status401Unauthorized);

    private static string OriginOf(StorageAccount storage) => storage.Blobs.Uri.GetLeftPart(UriPartial.Authority);
}
