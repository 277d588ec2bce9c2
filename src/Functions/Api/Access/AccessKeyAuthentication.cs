using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Knows a caller by an access key in the header Authorization.</summary>
internal sealed class AccessKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, Credentials credentials)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "AccessKey";

    private const string Bearer = "Bearer ";

    /// <summary>The text behind <c>Bearer</c>; null when there is none.</summary>
    public static string? TokenOf(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Context) is not { } text)
        {
            return AuthenticateResult.NoResult();
        }

        if ((await credentials.ReadAsync(SchemeName, text, Context.RequestAborted)).Succeeded(out var principal, out var failure))
        {
            return AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName));
        }

        AccessAnswers.Remember(Context, failure);
        return AuthenticateResult.Fail(failure.Code);
    }
}
