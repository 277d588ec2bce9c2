using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.CustomHandler;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>Everything below <c>/api</c>: the health for everyone, the rest for the administrator.</summary>
internal static class ApiRoutes
{
    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api").WithMetadata(new FunctionRoute("Api"));
        api.MapGet("/health", () => TypedResults.Ok(new { status = "ok" }));

        var admin = api.MapGroup("").AddEndpointFilter<AdminKeyFilter>().AddEndpointFilter<StorageFilter>();
        admin.MapCohorts();
        admin.MapRoster();
        admin.MapStudents();
        admin.MapUploads();
        admin.Map("/{**path}", () => Problems.From(RequestFailures.NotFound));
    }
}
