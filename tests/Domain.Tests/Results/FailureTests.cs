using System.Reflection;
using System.Text.RegularExpressions;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Proofing;
using PhotoFunctions.Domain.Results;
using PhotoFunctions.TestKit.Fakes;

namespace PhotoFunctions.Domain.Tests.Results;

/// <summary>Every failure that the domain can express, found by reflection, so that a new one cannot be forgotten here.</summary>
public sealed partial class FailureTests
{
    private const BindingFlags Statics = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    private static readonly Dictionary<Type, object> SampleArguments = new()
    {
        [typeof(string)] = "value",
        [typeof(int)] = 7,
        [typeof(long)] = 7L,
        [typeof(double)] = 7.5,
        [typeof(BackgroundFacts)] = ScriptedPhotoCodec.GoodPixels.Background,
        [typeof(BilingualText)] = new BilingualText("应有的值", "a value"),
        [typeof(CollectionEvent)] = CollectionEvent.ReviewApproved,
        [typeof(Actors)] = Actors.TeachingPoint | Actors.Administrator,
        [typeof(Enum)] = VerificationStatus.Failed,
        [typeof(IReadOnlyList<Enum>)] = new Enum[] { VerificationStatus.Passed, VerificationStatus.Failed },
        [typeof(UnitRequestKind)] = UnitRequestKind.Erratum,
        [typeof(UnitRequestReason)] = UnitRequestReason.PrintDamaged,
        [typeof(UnitRequestStatus)] = UnitRequestStatus.Done,
        [typeof(IReadOnlyList<Failure>)] = new[] { PhotoFailures.Damaged },
        [typeof(DateOnly)] = new DateOnly(2023, 4, 1),
        [typeof(OutputProfile)] = OutputProfile.Platform,
        [typeof(PhotoSpecification)] = PhotoSpecification.Default,
    };

    public static TheoryData<string> Names => [.. All.Keys];

    private static Dictionary<string, Failure> All { get; } = Collect();

    [Fact]
    public void Are_found() => Assert.InRange(All.Count, 40, 500);

    [Theory]
    [MemberData(nameof(Names))]
    public void Carries_a_known_code(string name) => Assert.Contains(
        All[name].Code, typeof(FailureCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!));

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_in_English_what_was_expected(string name)
    {
        Assert.StartsWith("Expected ", All[name].Message.English, StringComparison.Ordinal);
        Assert.EndsWith(".", All[name].Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Speaks_Chinese_too(string name)
    {
        Assert.Matches(ChineseCharacter(), All[name].Message.Chinese);
        Assert.EndsWith("。", All[name].Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tells_what_to_do_about_a_photo(string name)
    {
        if (!name.StartsWith("PhotoFailures", StringComparison.Ordinal) && !name.StartsWith("PixelFailures", StringComparison.Ordinal))
        {
            return;
        }

        var hint = All[name].Hint;
        Assert.Matches(ChineseCharacter(), hint!.Chinese);
        Assert.EndsWith("。", hint.Chinese, StringComparison.Ordinal);
        Assert.EndsWith(".", hint.English, StringComparison.Ordinal);
    }

    private static Dictionary<string, Failure> Collect()
    {
        var failures = new Dictionary<string, Failure>
        {
            ["CohortFailures.Name(null)"] = CohortFailures.Name(null)!,
            ["CohortFailures.Name(too long)"] = CohortFailures.Name(new string('n', 101))!,
            ["CodeShape.Fault(shape)"] = CodeShape.Fault("", "代码", "code")!,
            ["CodeShape.Fault(ID)"] = CodeShape.Fault("11010519491231002X", "代码", "code")!,
            ["ResultFailures.Unknown(nothing)"] = ResultFailures.Unknown(7, []),
            ["StudentLifecycle.Apply"] = StudentLifecycle.Apply(CollectionStatus.Accepted, CollectionEvent.PhotoRejected).Failure!,
        };
        foreach (var type in typeof(Failure).Assembly.GetTypes().Where(type => type.Name.EndsWith("Failures", StringComparison.Ordinal)))
        {
            foreach (var property in type.GetProperties(Statics).Where(property => property.PropertyType == typeof(Failure)))
            {
                failures.Add($"{type.Name}.{property.Name}", (Failure)property.GetValue(null)!);
            }

            foreach (var method in type.GetMethods(Statics).Where(IsFactory))
            {
                var arguments = method.GetParameters().Select(parameter => SampleArguments[parameter.ParameterType]).ToArray();
                failures.Add($"{type.Name}.{method.Name}()", (Failure)method.Invoke(null, arguments)!);
            }
        }

        return failures;
    }

    // A factory that may answer null (CohortFailures.Name) is asked by hand above.
    private static bool IsFactory(MethodInfo method) =>
        method is { IsSpecialName: false, IsPrivate: false } && method.ReturnType == typeof(Failure)
        && new NullabilityInfoContext().Create(method.ReturnParameter).ReadState == NullabilityState.NotNull;

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex ChineseCharacter();
}
