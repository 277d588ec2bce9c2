using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.Exports;
using PhotoFunctions.Functions.CustomHandler;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>
/// Everything below <c>/api</c>: the health for everyone, the rest for those whom its policy names (<see cref="Policies"/>).
/// </summary>
internal static class ApiRoutes
{
    private static readonly string[] Read = ["GET", "HEAD"];

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api").WithMetadata(new FunctionRoute("Api"));
        api.MapMethods("/health", Read, () => TypedResults.Ok(new { status = "ok" })).AllowAnonymous();

        var college = api.MapGroup("").AddEndpointFilter<KnownQuery>().AddEndpointFilter<StorageFilter>();
        college.MapAccessKeys();
        college.MapAudit();
        college.MapCohorts();
        college.MapTeachingPoints();
        college.MapTeachingPointImport();
        college.MapRoster();
        college.MapStudents();
        college.MapStudentLists();
        college.MapSummaries();
        college.MapUploads();
        college.MapUploadLinks();
        college.MapReviews();
        college.MapResults();
        college.MapTracks();
        college.MapUnitRequests();
        college.MapPictures();
        college.MapStatistics();
        college.MapErasures();
        college.MapCalendar();
        college.MapExports();
    }
}
