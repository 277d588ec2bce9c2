using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Api;

/// <summary>
/// Stands before everything below <c>/api</c>, addresses that do not exist included: only the administrator's key passes, and no body is
/// read before. Without a configured key nobody passes.
/// </summary>
internal sealed class AdminKeyMiddleware(RequestDelegate next, AppSettings settings)
{
    private const string Scheme = "Bearer ";
    public const long LargestBody = 16 * 1024 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        var isOpen = context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (!isOpen && !IsAdmin(context.Request.Headers.Authorization.ToString()))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.From(RequestFailures.AccessDenied).ExecuteAsync(context);
        }

        if (context.Request.ContentLength > LargestBody)
        {
            return Problems.From(RequestFailures.TooLarge(LargestBody)).ExecuteAsync(context);
        }

        // For a body that does not tell its length.
        if (context.Request.ContentLength is null && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestBody;
        }

        return next(context);
    }

    // Hashes of equal length, compared in constant time.
    private bool IsAdmin(string header) =>
        settings.AdminKey.Length > 0
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(header[Scheme.Length..].Trim()), Hash(settings.AdminKey));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
