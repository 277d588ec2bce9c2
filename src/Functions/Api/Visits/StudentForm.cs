using Microsoft.AspNetCore.Http.Features;
using PhotoFunctions.Domain.Proofing;

namespace PhotoFunctions.Functions.Api.Visits;

/// <summary>Reads the forms of students' pages. They are small, and whatever else comes is a form without an answer.</summary>
internal static class StudentForm
{
    /// <summary>The fields.</summary>
    public const string Answer = "answer";
    public const string Mail = "mail";

    /// <summary>What the second of them may hold.</summary>
    public const string Stop = "stop";
    public const string Receive = "receive";

    private const int MostBytes = 4096;

    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 8,
        KeyLengthLimit = 100,
        ValueLengthLimit = 200,
        MultipartBodyLengthLimit = MostBytes,
    };

    /// <summary>The answer to the proofing question; null where none was chosen.</summary>
    public static async Task<ProofingAnswer?> AnswerAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await ReadAsync(request, cancellationToken))[Answer] is [{ } answer] ? ProofingAnswers.TryParse(answer) : null;

    /// <summary>Whether mails are wanted; null where nothing was said. Mail programs unsubscribe with one click: RFC 8058.</summary>
    public static async Task<bool?> WantsMailAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await ReadAsync(request, cancellationToken);
        return form["List-Unsubscribe"] is ["One-Click"] ? false : form[Mail] switch
        {
            [Stop] => false,
            [Receive] => true,
            _ => null,
        };
    }

    private static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MostBytes || !request.HasFormContentType)
        {
            return FormCollection.Empty;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        try
        {
            return await new FormFeature(request, Limits).ReadFormAsync(cancellationToken);
        }
        catch (Exception ex) when (ex is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            // Too long, too many, cut off, or in an encoding that nobody uses.
            return FormCollection.Empty;
        }
    }
}
