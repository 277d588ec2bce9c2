using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.Exports;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Api.Reminders;
using PhotoFunctions.Functions.Api.Visits;
using PhotoFunctions.Functions.CustomHandler;
using PhotoFunctions.Functions.Health;
using PhotoFunctions.Functions.Pages.College;
using PhotoFunctions.Functions.Pages.SignIn;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Api;

/// <summary>
/// Everything below <c>/api</c>: the health for everyone, students' pages for whoever has their link, the rest for those whom its policy names (<see cref="Policies"/>).
/// </summary>
internal static class ApiRoutes
{
    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api").WithMetadata(new FunctionRoute("Api"));
        api.MapHealth();
        api.MapApiDescription();
        api.MapGroup("").WithTags("Service").MapMetrics();

        api.MapGroup("").WithTags("Students' pages").AddEndpointFilter<StorageFilter>().MapStudentPages();
        var pages = api.MapGroup("").AddEndpointFilter<StorageFilter>();
        pages.MapSignIn();
        pages.MapCollegePages();
        var college = api.MapGroup("").AddEndpointFilter<KnownQuery>().AddEndpointFilter<StorageFilter>();
        About("Access").MapSession();
        About("Access").MapAccessKeys();
        About("Access").MapAudit();
        About("Cohorts").MapCohorts();
        About("Teaching points").MapTeachingPoints();
        About("Teaching points").MapTeachingPointImport();
        About("Students").MapRoster();
        About("Students").MapStudents();
        About("Students").MapStudentLists();
        About("Reports").MapSummaries();
        About("Reports").MapGlance();
        About("Uploads").MapUploads();
        About("Uploads").MapUploadLinks();
        About("Photos").MapReviews();
        About("Results").MapResults();
        About("Tracks").MapTracks();
        About("Requests").MapUnitRequests();
        About("Photos").MapPictures();
        About("Photos").MapThumbnails();
        About("Reports").MapStatistics();
        About("Reports").MapErasures();
        About("Cohorts").MapCalendar();
        About("Reminders").MapReminders();
        About("Exports").MapExports();

        RouteGroupBuilder About(string tag) => college.MapGroup("").WithTags(tag);
    }
}
