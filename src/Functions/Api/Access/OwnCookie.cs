namespace PhotoFunctions.Functions.Api.Access;

/// <summary>
/// A cookie that is secure, or not, whatever the request is. The framework's own rule for it makes the form token refuse plain http, by
/// which the host calls the app.
/// </summary>
internal sealed class OwnCookie(bool isSecure) : CookieBuilder
{
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = isSecure;
        return options;
    }
}
