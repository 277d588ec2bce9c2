using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>
/// Takes the tenant's answer in the address only. The library would take it in a form, too, and read the body of whoever sends one before
/// anything else is asked.
/// </summary>
internal sealed class EntraHandler(
    IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory loggers, HtmlEncoder html, UrlEncoder encoder)
    : OpenIdConnectHandler(options, loggers, html, encoder)
{
    public override Task<bool> ShouldHandleRequestAsync() =>
        Task.FromResult(HttpMethods.IsGet(Request.Method) && Request.Path == Options.CallbackPath);
}
