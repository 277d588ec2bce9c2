using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Functions.Api.Access;

namespace PhotoFunctions.Functions.Tests.Api.Access;

public sealed class PlainPathTests
{
    [Theory]
    [InlineData("/api/%2e%2e/PhotoUploaded", false)]
    [InlineData("/api/..%2FPhotoUploaded", false)]
    [InlineData("/api/%252e%252e/PhotoUploaded", false)]
    [InlineData("/api/..\\PhotoUploaded", false)]
    [InlineData("/api/..%5cPhotoUploaded", false)]
    [InlineData("/api/../PhotoUploaded", false)]
    [InlineData("/api/./cohorts", false)]
    [InlineData("/api/cohorts/..", false)]
    [InlineData("/api/cohorts/A1?next=/../%2e", true)]
    [InlineData("/api/cohorts/%E5%B1%8A", true)]
    [InlineData("/api/cohorts/a..b", true)]
    [InlineData("/PhotoUploaded", true)]
    [InlineData("", true)]
    public async Task Leads_nowhere_when_a_path_could_mean_another_one(string target, bool isPlain)
    {
        using var services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        var went = false;

        await new PlainPath(_ =>
        {
            went = true;
            return Task.CompletedTask;
        }).InvokeAsync(context);

        Assert.Equal((isPlain, isPlain ? 200 : 404), (went, context.Response.StatusCode));
    }
}
