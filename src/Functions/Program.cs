using System.Globalization;

var builder = WebApplication.CreateSlimBuilder(args);

// ASPNETCORE_URLS is inherited from the host, so the address is set in code: loopback, the port that the host chose.
var port = int.Parse(Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT") ?? "8080", CultureInfo.InvariantCulture);
builder.WebHost.UseUrls($"http://127.0.0.1:{port}");

var app = builder.Build();
app.MapGet("/", () => Results.Ok());
app.MapGet("/api/health", () => Results.Ok(new { status = "ok" }));
await app.RunAsync();
