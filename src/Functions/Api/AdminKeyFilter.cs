using System.Security.Cryptography;
using System.Text;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Api;

/// <summary>Lets only the administrator's key pass. Without a configured key nobody passes.</summary>
internal sealed class AdminKeyFilter(AppSettings settings) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (IsAdmin(context.HttpContext.Request.Headers.Authorization.ToString()))
        {
            return next(context);
        }

        context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return ValueTask.FromResult<object?>(Problems.From(RequestFailures.AccessDenied));
    }

    // Hashes of equal length, compared in constant time.
    private bool IsAdmin(string header) =>
        settings.AdminKey.Length > 0
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(header[Scheme.Length..].Trim()), Hash(settings.AdminKey));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
