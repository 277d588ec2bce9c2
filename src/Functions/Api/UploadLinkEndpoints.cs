using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Storage.Links;

namespace PhotoFunctions.Functions.Api;

/// <summary>Links with which a teaching point uploads its photos straight into the storage.</summary>
internal static class UploadLinkEndpoints
{
    public static void MapUploadLinks(this IEndpointRouteBuilder api) =>
        api.MapPost("/cohorts/{cohort}/teaching-points/{teachingPoint}/uploads", CreateAsync)
            .ForCollege().Audited(AuditAction.UploadLinksIssued)
            .Describe("createUploadLinks", "Gives links to upload photos with, or says of each file why not.")
            .Produces<UploadLinkList>();

    // The names hold ID numbers: they go back to whoever sent them, and nowhere else.
    private static async Task<IResult> CreateAsync(
        string cohort,
        string teachingPoint,
        UploadLinksBody body,
        Place place,
        UploadLinks links,
        AuditNote note,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (!(await place.PointAsync(cohort, teachingPoint, cancellationToken)).Succeeded(out var here, out var failure)
            || !body.Read().Succeeded(out var files, out failure))
        {
            return Problems.From(failure);
        }

        var (found, point) = here;
        var decided = UploadOffer.Decide(found, point.Code, files);
        var offers = decided.Select(result => result.Value).OfType<UploadOffer>().ToList();
        var signed = new Queue<SignedLink>(await links.CreateAsync(offers, cancellationToken));
        note.Details = $"{offers.Count} of {files.Length}";
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new UploadLinkList(
        [
            .. decided.Zip(files, (result, file) =>
                UploadLinkView.Of(file?.Name, result.Failure, result.Failure is null ? signed.Dequeue() : null)),
        ]));
    }

    internal sealed record UploadLinksBody(OfferedFile?[]? Files)
    {
        public Result<OfferedFile?[]> Read() => Files is { Length: > 0 and <= UploadOffer.MostFiles }
            ? Files
            : RequestFailures.Invalid(
                $"files应有1至{UploadOffer.MostFiles}个文件",
                $"1 to {UploadOffer.MostFiles} files but received {(Files is null ? "none" : $"{Files.Length}")}");
    }

    internal sealed record UploadLinkList(IReadOnlyList<UploadLinkView> Items);
}
