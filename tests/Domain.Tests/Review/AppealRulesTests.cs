using System.Reflection;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.Domain.Review;

namespace PhotoFunctions.Domain.Tests.Review;

public sealed class AppealRulesTests
{
    private static readonly string[] Codes =
    [
        .. typeof(FailureCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!),
    ];

    [Fact]
    public void Let_people_question_what_was_measured_on_the_picture_or_seen_by_a_person_and_nothing_else()
    {
        var questionable = Codes.Except(AppealRules.Unquestionable(Codes));

        var expected = PictureCodes().Append(FailureCodes.PhotoRefused);
        Assert.Equal(expected.Order(StringComparer.Ordinal), questionable.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Name_every_code_that_stands_in_the_way() => Assert.Equal(
        [FailureCodes.WindowClosed, FailureCodes.OutputBytes],
        AppealRules.Unquestionable([FailureCodes.WindowClosed, FailureCodes.PhotoBlurred, FailureCodes.OutputBytes]));

    // Whatever the checks of the decoded picture can say, found by reflection, so that a new one is thought of here.
    private static IEnumerable<string> PictureCodes()
    {
        var samples = new Dictionary<Type, object>
        {
            [typeof(int)] = 1,
            [typeof(double)] = 1.0,
            [typeof(BackgroundFacts)] = TestKit.Fakes.ScriptedPhotoCodec.GoodPixels.Background,
        };
        var fixedOnes = typeof(PixelFailures).GetProperties().Select(property => (Failure)property.GetValue(null)!);
        var measured = typeof(PixelFailures).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => !method.IsSpecialName && method.ReturnType == typeof(Failure))
            .Select(method => method.Invoke(null, [.. method.GetParameters().Select(parameter => samples[parameter.ParameterType])]))
            .Cast<Failure>();
        return fixedOnes.Concat(measured).Select(failure => failure.Code).Distinct();
    }
}
