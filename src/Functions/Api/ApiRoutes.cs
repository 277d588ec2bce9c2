using PhotoFunctions.Functions.CustomHandler;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>
/// Everything below <c>/api</c>: the health for everyone, the rest for the administrator (<see cref="AdminKeyMiddleware"/>).
/// </summary>
internal static class ApiRoutes
{
    private static readonly string[] Read = ["GET", "HEAD"];

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api").WithMetadata(new FunctionRoute("Api"));
        api.MapMethods("/health", Read, () => TypedResults.Ok(new { status = "ok" })).AllowAnonymous();

        var admin = api.MapGroup("").AddEndpointFilter<StorageFilter>();
        admin.MapCohorts();
        admin.MapTeachingPoints();
        admin.MapRoster();
        admin.MapStudents();
        admin.MapUploads();
        admin.MapReviews();
        admin.MapResults();
        admin.MapTracks();
        admin.MapUnitRequests();
        admin.MapPictures();
        admin.MapStatistics();
        admin.MapErasures();
    }
}
