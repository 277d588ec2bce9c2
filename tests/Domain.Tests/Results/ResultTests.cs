using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Results;

public sealed class ResultTests
{
    [Fact]
    public void Holds_a_value_or_a_failure()
    {
        Result<string> good = "value";
        Result<string> bad = RequestFailures.NotFound;

        Assert.True(good.Succeeded(out var value, out var none));
        Assert.Equal("value", value);
        Assert.Null(none);
        Assert.False(bad.Succeeded(out var nothing, out var failure));
        Assert.Null(nothing);
        Assert.Equal(FailureCodes.NotFound, failure.Code);
    }
}
