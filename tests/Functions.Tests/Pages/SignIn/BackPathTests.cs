using PhotoFunctions.Functions.Pages.SignIn;

namespace PhotoFunctions.Functions.Tests.Pages.SignIn;

public sealed class BackPathTests
{
    [Theory]
    [InlineData("/api/dashboard")]
    [InlineData("/api/dashboard/2024/students?stage=proofing&className=2%E7%8F%AD&top=50")]
    [InlineData("/api/desk/2024/TP012/review")]
    [InlineData("/api/cohorts/2024_a-b")]
    public void Leads_back_to_a_page_of_ours(string path) => Assert.Equal(path, BackPath.Of(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/api//evil.example")]
    [InlineData("/api/\\evil.example")]
    [InlineData("/api/..//evil.example")]
    [InlineData("/api/../../evil")]
    [InlineData("/api/./x")]
    [InlineData("/api/%2e%2e/x")]
    [InlineData("/%2f%2fevil.example")]
    [InlineData("/api/%2f%2fevil.example")]
    [InlineData("/api/%5cevil.example")]
    [InlineData("http://evil.example/api/dashboard")]
    [InlineData("http:/api/dashboard")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/api/dashboard\r\nSet-Cookie: a=b")]
    [InlineData("/api/dashboard\n")]
    [InlineData("/api/\t/evil.example")]
    [InlineData(" /api/dashboard")]
    [InlineData("/api/dashboard#//evil.example")]
    [InlineData("/api/dash@evil.example")]
    [InlineData("api/dashboard")]
    [InlineData("/apievil/x")]
    [InlineData("/PhotoUploaded")]
    [InlineData("/api/sign-in")]
    [InlineData("/api/sign-in?back=/api/sign-in")]
    [InlineData("/api/sign-out")]
    public void Leads_nowhere_else(string? path) => Assert.Equal("/api/dashboard", BackPath.Of(path));

    [Fact]
    public void Is_short() => Assert.Equal("/api/dashboard", BackPath.Of("/api/" + new string('a', 2000)));
}
