using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>
/// Asks whoever changes something with a session for the form token of a page: a browser sends cookies by itself, also when another site
/// made it send the request. A header of its own no other site can make it send.
/// </summary>
internal sealed class FormTokens(RequestDelegate next, IAntiforgery antiforgery)
{
    public const string Header = "X-Form-Token";
    public const string Field = "__RequestVerificationToken";

    // Forms are small but for the file of an import. Nothing is kept on the disk.
    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 256,
        KeyLengthLimit = 200,
        ValueLengthLimit = 16 * 1024,
        MultipartBodyLengthLimit = BodyLimit.LargestBody,
        MemoryBufferThreshold = (int)BodyLimit.LargestBody,
    };

    private static Failure Unreadable => RequestFailures.Invalid("表单无法读取", "a form that can be read but received another one");

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsAsked(context))
        {
            await next(context);
            return;
        }

        // The token in the header leaves the body to the endpoint; whoever reads the form reads it within limits.
        var request = context.Request;
        context.Features.Set<IFormFeature>(new FormFeature(request, Limits));
        if (request.Headers[Header].Count == 0 && request.HasFormContentType && await Forms.ReadAsync(request, context.RequestAborted) is null)
        {
            await Problems.From(Unreadable).ExecuteAsync(context);
            return;
        }

        await (await antiforgery.IsRequestValidAsync(context)
            ? next(context)
            : Problems.From(AccessFailures.FormExpired).ExecuteAsync(context));
    }

    // Students' pages and the host's doors know no sessions: a cookie that is sent along means nothing there.
    private static bool IsAsked(HttpContext context)
    {
        var (method, metadata) = (context.Request.Method, context.GetEndpoint()?.Metadata);
        return metadata is not null
            && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method) && !HttpMethods.IsTrace(method)
            && (metadata.GetMetadata<NeedsFormToken>() is not null
                || (Sessions.IsCaller(context) && metadata.GetMetadata<IAllowAnonymous>() is null));
    }
}
