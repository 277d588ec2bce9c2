using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Pages.College;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Pages.SignIn;

/// <summary>Renders the sign-in, also in the place of a page that nobody may see without.</summary>
internal sealed class SignInPages(CollegePages pages, EntraSettings entra)
{
    private static readonly BilingualText First = new("请先登录。", "Please sign in first.");

    private static readonly BilingualText Resend = new(
        "登录已失效，刚才的内容还没有提交。请在新标签页登录，然后回到本页刷新，并在浏览器询问时选择重新提交：填写的内容不会丢失。",
        "You were signed out, and nothing was sent yet. Sign in in a new tab, then come back, load this page again, and let the browser "
        + "send it once more: nothing that you typed is lost.");

    private static readonly BilingualText Wrong = new(
        "访问密钥不正确。请检查是否复制完整。", "This is no access key that we know. Please check that all of it was copied.");

    private static readonly BilingualText TooMany = new(
        "尝试次数过多，请一分钟后再试。", "Too many attempts. Please try again in a minute.");

    private static readonly BilingualText TurnedBack = new(
        "学校账号登录没有完成，请重试，或使用访问密钥。", "The sign-in with the college's account was not finished. Try again, or use an access key.");

    /// <summary>The form.</summary>
    public Task<IResult> ShowAsync(HttpContext context, string back) => RenderAsync(context, back, null, null, StatusCodes.Status200OK);

    /// <summary>The form again: the key was not taken.</summary>
    public Task<IResult> RefuseAsync(HttpContext context, string back, Failure failure)
    {
        if (failure.Code == FailureCodes.QuotaExceeded)
        {
            return RenderAsync(context, back, TooMany, failure, StatusCodes.Status429TooManyRequests);
        }

        var message = failure == AccessFailures.Denied ? Wrong : failure.Message;
        return RenderAsync(context, back, message, failure, StatusCodes.Status401Unauthorized, isWrong: true);
    }

    /// <summary>The form in the place of a page. Afterwards the page itself is shown; what was to be sent, people send once more.</summary>
    public Task<IResult> AskAsync(HttpContext context, Failure failure)
    {
        // Whoever wants to sign out has nothing to lose.
        var isLook = HttpMethods.IsGet(context.Request.Method) || context.Request.Path == PagePaths.SignOut;
        var message = failure != AccessFailures.Denied ? failure.Message : isLook ? First : Resend;
        return RenderAsync(
            context,
            BackPath.Of(isLook ? PageLanguage.PathOf(context.Request) : null),
            message,
            failure,
            StatusCodes.Status401Unauthorized,
            isWaiting: !isLook);
    }

    /// <summary>The form, for whoever came back from the tenant without its word.</summary>
    public Task<IResult> TurnBackAsync(HttpContext context) =>
        RenderAsync(context, BackPath.Start, TurnedBack, AccessFailures.Denied, StatusCodes.Status401Unauthorized);

    private Task<IResult> RenderAsync(
        HttpContext context, string back, BilingualText? message, Failure? failure, int status, bool isWrong = false, bool isWaiting = false) =>
        pages.RenderAsync<SignInPage>(
            context,
            new PageFrame(SignInPage.Title) { Status = status },
            (nameof(SignInPage.Back), back),
            (nameof(SignInPage.Message), message),
            (nameof(SignInPage.Code), failure?.Code),
            (nameof(SignInPage.IsWrong), isWrong),
            (nameof(SignInPage.IsWaiting), isWaiting),
            (nameof(SignInPage.HasTenant), entra.HasSignIn));
}
