using PhotoFunctions.Functions.Pages.College.Dashboard;
using PhotoFunctions.Functions.Pages.College.Desk;
using PhotoFunctions.Functions.Pages.College.Desk.Queue;
using PhotoFunctions.Functions.Pages.College.Exports;
using PhotoFunctions.Functions.Pages.College.FileImports;
using PhotoFunctions.Functions.Pages.College.Students;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Pages.College;

/// <summary>The pages of the college, below <c>/api</c>.</summary>
internal static class PageRoutes
{
    public static IServiceCollection AddCollegePages(this IServiceCollection services) =>
        services
            .AddSingleton<PageAssets>()
            .AddSingleton<CollegePages>()
            .AddSingleton<StudentPictures>()
            .AddScoped<StudentDetails>()
            .AddScoped<ActDoor>()
            .AddSingleton<StudentQueues>()
            .AddScoped<QueueReader>()
            .AddScoped<QueueDoor>()
            .AddSingleton<IProblemDetailsWriter, PageProblemWriter>();

    /// <summary>Each page has a policy of its own, as every endpoint.</summary>
    public static void MapCollegePages(this IEndpointRouteBuilder pages)
    {
        pages.MapAssets();
        pages.MapDashboard();
        pages.MapPointPage();
        pages.MapMailPages();
        pages.MapDesk();
        pages.MapStudentListPage();
        pages.MapStudentPage();
        pages.MapQueues();
        pages.MapUploadPage();
        pages.MapImports();
        pages.MapExportPages();
    }

    /// <summary>Marks an endpoint whose answers people look at. It is no part of the API's description.</summary>
    public static RouteHandlerBuilder AsPage(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(PageMark.Instance).ExcludeFromDescription();
}
