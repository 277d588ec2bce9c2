using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Tests.Progress;

/// <summary>What platforms and people write in a cell of results, read by an import of one row.</summary>
public sealed class ResultTextTests
{
    private readonly ImportWorld _world = new();

    [Theory]
    [InlineData("核验通过", VerificationStatus.Passed)]
    [InlineData("通过", VerificationStatus.Passed)]
    [InlineData(" 人像比对一致 ", VerificationStatus.Passed)]
    [InlineData("复核通过", VerificationStatus.Passed)]
    [InlineData("Passed", VerificationStatus.Passed)]
    [InlineData("身份核验passed", VerificationStatus.Passed)]
    [InlineData("比对:failed", VerificationStatus.Failed)]
    [InlineData("核验未通过", VerificationStatus.Failed)]
    [InlineData("不通过", VerificationStatus.Failed)]
    [InlineData("比对不一致", VerificationStatus.Failed)]
    [InlineData("复核未通过", VerificationStatus.Failed)]
    [InlineData("failed", VerificationStatus.Failed)]
    [InlineData("核验不确定", VerificationStatus.Uncertain)]
    [InlineData("核验异常", VerificationStatus.Abnormal)]
    [InlineData("复核中", VerificationStatus.InReview)]
    [InlineData("核验未通过,正在复核", VerificationStatus.InReview)]
    [InlineData("已备案", VerificationStatus.Filed)]
    [InlineData("核验未通过(已备案)", VerificationStatus.Filed)]
    public async Task Reads_a_verdict_in_a_column_of_its_own_or_in_a_remark_about_it(string text, VerificationStatus expected)
    {
        await _world.VerifyAsync(_world.Row(0, text), _world.Row(1, "") with { Remark = text });

        Assert.Equal((expected, expected), (_world.Get(0).Verification, _world.Get(1).Verification));
    }

    [Theory]
    [InlineData("")]
    [InlineData("待核验")]
    [InlineData("未核验")]
    public async Task Takes_some_texts_for_no_verdict_yet(string text)
    {
        var report = await _world.VerifyAsync(_world.Row(0, text), _world.Row(1, "") with { Remark = text });

        Assert.Equal((2, 0), (report.WithoutResult, report.Rejected));
    }

    [Theory]
    [InlineData("休学")]
    [InlineData("学籍异常")]
    [InlineData("缴费未通过")]
    public async Task Passes_over_a_remark_about_something_else(string text)
    {
        var report = await _world.VerifyAsync(_world.Row(1, "") with { Remark = text });

        Assert.Equal((1, 0), (report.WithoutResult, report.Rejected));
        Assert.Equal(text == "休学" ? [] : [FailureCodes.ResultUnknown], report.Warnings.Select(warning => warning.Failure.Code));
    }

    [Theory]
    [InlineData("合格")]
    [InlineData("上次核验未通过,本次核验通过")]
    [InlineData("核验异常或不确定")]
    [InlineData("待核验,未通过")]
    [InlineData("上次未通过本次通过")]
    [InlineData("不完全一致")]
    [InlineData("无法通过")]
    [InlineData("核验没有异常")]
    [InlineData("not passed")]
    [InlineData("未passed")]
    [InlineData("bypassed")]
    public async Task Refuses_a_verdict_that_says_nothing_or_two_things(string text)
    {
        var report = await _world.VerifyAsync(_world.Row(0, text));

        Assert.Equal(FailureCodes.ResultUnknown, Assert.Single(report.Errors).Failure.Code);
    }

    [Theory]
    [InlineData("正确", ProofingStatus.Confirmed)]
    [InlineData("校对无误", ProofingStatus.Confirmed)]
    [InlineData("没有错误", ProofingStatus.Confirmed)]
    [InlineData("confirmed", ProofingStatus.Confirmed)]
    [InlineData("有误", ProofingStatus.Disputed)]
    [InlineData("不正确", ProofingStatus.Disputed)]
    [InlineData("无图像", ProofingStatus.Disputed)]
    [InlineData("非本人", ProofingStatus.Disputed)]
    [InlineData("待校对", ProofingStatus.NotDue)]
    [InlineData("", ProofingStatus.NotDue)]
    public async Task Reads_an_answer(string text, ProofingStatus expected)
    {
        await _world.ImportAsync(ResultKind.Proofing, [_world.Row(0, text)]);

        Assert.Equal(expected, _world.Get(0).Proofing);
    }

    [Theory]
    [InlineData("已校对")]
    [InlineData("未发现错误")]
    [InlineData("不太正确")]
    [InlineData("unconfirmed")]
    [InlineData("图像正确,姓名有误")]
    public async Task Refuses_an_answer_that_says_nothing_or_two_things(string text)
    {
        var report = await _world.ImportAsync(ResultKind.Proofing, [_world.Row(0, text)]);

        Assert.Equal(FailureCodes.ResultUnknown, Assert.Single(report.Errors).Failure.Code);
    }
}
