using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Domain.Retention;
using PhotoFunctions.Domain.Review;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Domain.Upkeep;
using PhotoFunctions.Domain.Verification;
using PhotoFunctions.Functions.Api;
using PhotoFunctions.Functions.Api.Access;
using PhotoFunctions.Functions.Api.Exports;
using PhotoFunctions.Functions.Api.OpenApi;
using PhotoFunctions.Functions.Api.Visits;
using PhotoFunctions.Functions.AuditRootDue;
using PhotoFunctions.Functions.BackupDue;
using PhotoFunctions.Functions.BackupTool;
using PhotoFunctions.Functions.CustomHandler;
using PhotoFunctions.Functions.DeadlineReminderDue;
using PhotoFunctions.Functions.Exports;
using PhotoFunctions.Functions.Glances;
using PhotoFunctions.Functions.Health;
using PhotoFunctions.Functions.Imaging;
using PhotoFunctions.Functions.Imaging.Faces;
using PhotoFunctions.Functions.Links;
using PhotoFunctions.Functions.NightlyReconciliationDue;
using PhotoFunctions.Functions.Pages;
using PhotoFunctions.Functions.Pages.College;
using PhotoFunctions.Functions.Pages.Print;
using PhotoFunctions.Functions.Pages.Students;
using PhotoFunctions.Functions.PhotoUploaded;
using PhotoFunctions.Functions.PhotoUploadPoisoned;
using PhotoFunctions.Functions.ProofingReminderDue;
using PhotoFunctions.Functions.Reminders;
using PhotoFunctions.Functions.RetentionDue;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.Functions.Storage.Access;
using PhotoFunctions.Functions.Storage.Backups;
using PhotoFunctions.Functions.Storage.Links;
using PhotoFunctions.Functions.Storage.Register;
using PhotoFunctions.Functions.Storage.Retention;
using PhotoFunctions.Functions.Telemetry;
using PhotoFunctions.Functions.UploadReconciliationDue;
using PhotoFunctions.Functions.VerificationReminderDue;

var builder = WebApplication.CreateSlimBuilder(args);

// ASPNETCORE_URLS is inherited from the host, so the address is set in code: loopback, the port that the host chose.
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.Listen(IPAddress.Loopback, kestrel.ApplicationServices.GetRequiredService<AppSettings>().Port);

    // The host streams whole blobs at the pace of its own download.
    kestrel.Limits.MinRequestBodyDataRate = null;
});

// The host puts its own time and category in front of every line. Requests and storage calls are not logged: their addresses may
// hold ID numbers.
builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true)
    .AddFilter("Microsoft", LogLevel.Warning)
    .AddFilter("Azure", LogLevel.Warning)
    .AddFilter("System.Net.Http", LogLevel.Warning);
builder.Services.ConfigureHttpJsonOptions(json =>
{
    json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));

    // A misspelt setting is refused, not left out.
    json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    json.SerializerOptions.AllowDuplicateProperties = false;
    json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
});

// A body that is no JSON is an answer that says where, in every environment.
builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
builder.Services.AddCollegePages().AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Complete);

builder.Services
    .AddClocks()
    .AddSettings()
    // A name with a slash at its end is another name.
    .AddSingleton(new BlobClientOptions { TrimBlobNameSlashes = false })
    .AddSingleton(new TableClientOptions())
    .AddSingleton<StorageAccount>()
    .AddSingleton<StorageDates>()
    .AddSingleton<DataKeysSource>()
    .AddSingleton<LinkKeysSource>()

    // Links expire by the real time.
    .AddSingleton(services => ActivatorUtilities.CreateInstance<StudentLinks>(services, services.GetRealTime()))
    .AddSingleton<ICohortStore, TableCohortStore>()
    .AddSingleton<ICalendarStore, TableCalendarStore>()
    .AddSingleton<IStudentStore, TableStudentStore>()
    .AddSingleton<IStudentRegister, TableStudentRegister>()
    .AddSingleton<IStudentChanges, TableStudentChanges>()
    .AddSingleton<IPhotoStore, BlobPhotoStore>()
    .AddSingleton<IFaceFinder>(services => new CascadeFaceFinder(
        Path.Combine(AppContext.BaseDirectory, CascadeFaceFinder.Folder), services.GetRequiredService<ILogger<CascadeFaceFinder>>()))
    .AddSingleton(services => new DecodeJournal(
        services.GetRequiredService<AppSettings>().DecodeJournalFolder, services.GetRealTime()))
    .AddSingleton<IPhotoCodec, VipsPhotoCodec>()
    .AddSingleton<PhotoJudge>()
    .AddSingleton<StudentDirectory>()
    .AddSingleton<StudentLists>()
    .AddSingleton<StudentSummaries>()
    .AddSingleton<GlanceBlobs>()
    .AddSingleton<GlanceReading>()
    .AddSingleton<CohortGlances>()
    .AddSingleton<PictureFiles>()
    .AddSingleton(services => new DelegationKeys(services.GetRequiredService<StorageAccount>().Blobs, services.GetRealTime()))
    .AddSingleton<SignedLinks>()
    .AddSingleton<UploadLinks>()
    .AddSingleton<PictureLinks>()
    .AddSingleton<ThumbnailLinks>()
    .AddSingleton<UploadOwner>()
    .AddSingleton<Quarantine>()
    .AddSingleton<PhotoIntake>()
    .AddSingleton<PoisonedUpload>()
    .AddSingleton<UploadReconciliation>()
    .AddSingleton<QuarantineReoffer>()
    .AddSingleton<RegisterRepair>()
    .AddSingleton<PhotoReview>()
    .AddSingleton<IStudentPictures, TableStudentPictures>()
    .AddSingleton<IOutputFiles, BlobOutputFiles>()
    .AddSingleton<OrphanSweep>()
    .AddSingleton<DuplicateSearch>()
    .AddSingleton<IKeyRotation, KeyRotation>()
    .AddSingleton<NightlyReconciliation>()
    .AddSingleton<IPersonalDataStore, PersonalDataStore>()
    .AddSingleton<RetentionRound>()
    .AddSingleton<RosterImport>()
    .AddSingleton<CohortEditing>()
    .AddSingleton<SettingsDifference>()
    .AddSingleton<TeachingPointImport>()
    .AddSingleton<ResultImport>()
    .AddSingleton<ProofingActs>()
    .AddSingleton<MailOptOut>()
    .AddSingleton<VerificationActs>()
    .AddSingleton<PersonCheck>()
    .AddSingleton<TableUnitRequestStore>()
    .AddSingleton<IUnitRequestStore>(services => services.GetRequiredService<TableUnitRequestStore>())
    .AddSingleton<UnitRequests>()
    .AddScoped<Place>()
    .AddScoped<StudentActs>()
    .AddScoped<StudentListing>()
    .AddSingleton<IAccessKeyStore, TableAccessKeyStore>()
    .AddSingleton<TableAuditTrail>()
    .AddSingleton<IAuditTrail>(services => services.GetRequiredService<TableAuditTrail>())
    .AddSingleton<AuditSealing>()
    .AddSingleton<AccessKeys>()
    .AddSingleton<StudentRows>()
    .AddSingleton<OutputPictures>()
    .AddSingleton<PhotoPackageFile>()
    .AddSingleton<EnvelopeLists>()
    .AddSingleton<UnitFormFiles>()
    .AddSingleton<ComponentHtml>()
    .AddSingleton<PrintFile>()
    .AddSingleton<StudentQuota>()
    .AddSingleton<StudentVisits>()
    .AddSingleton<StudentAudit>()
    .AddSingleton<StudentPages>()
    .AddScoped<ExportRequest>()
    .AddScoped<SheetImports>()
    .AddSingleton<PhotoUploadedFunction>()
    .AddSingleton<PhotoUploadPoisonedFunction>()
    .AddSingleton<UploadReconciliationDueFunction>()
    .AddSingleton<NightlyReconciliationDueFunction>()
    .AddSingleton<RetentionDueFunction>()
    .AddSingleton<AuditRootDueFunction>()
    .AddReminders()
    .AddHealth()
    .AddBackups()
    .AddHostedService<ParentWatch>();

builder.Services.AddAccess(builder.Configuration).AddQuotas().AddApiDescription();
builder.AddTelemetry();

if (args is [BackupsCommand.Name, ..])
{
    // Not the host but an administrator, at a shell (docs/operations.md).
    return await BackupsCommand.RunAsync(() => builder.Build().Services.WithCheckedSettings(), args, Console.Out, Console.Error);
}

var app = builder.Build();

// A wrong setting ends the start with its name, not the first photo.
if (app.Services.GetRequiredService<AllSettings>().Problems is { Count: > 0 } problems)
{
    foreach (var problem in problems)
    {
        await Console.Error.WriteLineAsync(problem.ToString());
    }

    return SettingProblem.ExitCode;
}

Clocks.Announce(app.Services);

// What the last run died over, and whether faces can be found, is known before the first photo comes.
_ = app.Services.GetRequiredService<IPhotoCodec>();

app.UseHostProbe();
app.UseMiddleware<InvocationTelemetry>();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseMiddleware<PlainPath>();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api
    .UseMiddleware<BodyLimit>()
    .UseMiddleware<UnreadableBody>()
    .UseMiddleware<FormTokens>());

// The host's own doors bear no credential: the process listens on loopback only, and the host lets nobody else through to them.
var doors = app.MapGroup("").AllowAnonymous().AddEndpointFilter<StorageFilter>();
doors.MapFunction<PhotoUploadedFunction>("PhotoUploaded", (function, metadata, token) => function.RunAsync(metadata, token));
doors.MapFunction<PhotoUploadPoisonedFunction>("PhotoUploadPoisoned", (function, metadata, token) => function.RunAsync(metadata, token));
doors.MapFunction<UploadReconciliationDueFunction>("UploadReconciliationDue", (function, _, token) => function.RunAsync(token));
doors.MapFunction<NightlyReconciliationDueFunction>("NightlyReconciliationDue", (function, _, token) => function.RunAsync(token));
doors.MapFunction<RetentionDueFunction>("RetentionDue", (function, _, token) => function.RunAsync(token));
doors.MapFunction<AuditRootDueFunction>("AuditRootDue", (function, _, token) => function.RunAsync(token));
doors.MapFunction<BackupDueFunction>("BackupDue", (function, _, token) => function.RunAsync(token));
doors.MapFunction<DeadlineReminderDueFunction>("DeadlineReminderDue", (function, _, token) => function.RunAsync(token));
doors.MapFunction<ProofingReminderDueFunction>("ProofingReminderDue", (function, _, token) => function.RunAsync(token));
doors.MapFunction<VerificationReminderDueFunction>("VerificationReminderDue", (function, _, token) => function.RunAsync(token));
app.MapApi();
await app.RunAsync();
return 0;
