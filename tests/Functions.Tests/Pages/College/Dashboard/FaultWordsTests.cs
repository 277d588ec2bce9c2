using System.Reflection;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Functions.Pages.College.Dashboard;

namespace PhotoFunctions.Functions.Tests.Pages.College.Dashboard;

public sealed class FaultWordsTests
{
    /// <summary>What people can do about a finding is told for each code about photos: where there is such a hint, there are words, too.</summary>
    public static TheoryData<string> Codes => new(
        typeof(FailureCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(constant => (string)constant.GetRawConstantValue()!)
            .Where(code => code != FailureCodes.SpecificationInvalid && new Failure(code, new BilingualText("", "")).Hint is not null)
            .Concat([FailureCodes.WindowNotOpen, FailureCodes.WindowClosed]).Distinct());

    [Theory]
    [MemberData(nameof(Codes))]
    public void Names_every_fault_in_both_languages(string code)
    {
        var words = FaultWords.Of(code);

        Assert.NotEqual(code, words.Chinese);
        Assert.NotEqual(code, words.English);
        Assert.InRange(words.Chinese.Length, 2, 16);
    }
}
