using System.Text;
using PhotoFunctions.LocalHost.Portraits;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary>Invents students of two teaching points, and writes them as the roster that a college would send.</summary>
internal static class SampleRoster
{
    public static readonly IReadOnlyList<(string Code, string Name)> TeachingPoints = [("TP001", "南昌市东湖区示例教学点"), ("TP002", "九江市示例教学点")];

    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢";

    private static readonly string[] GivenNames =
    [
        "子涵", "思远", "雨桐", "嘉怡", "浩然", "欣妍", "志强", "晓雯", "建华", "丽娜", "文博", "静怡", "俊杰", "海燕", "明轩", "若曦", "永康", "诗琪", "伟", "婷", "磊", "芳",
    ];

    private static readonly string[] Classes = ["一班", "二班"];

    public static IReadOnlyList<SampleStudent> Invent(int count, ulong seed)
    {
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, count).Select(Student)];

        SampleStudent Student(int index) => new(
            $"2027{index + 1:D6}",
            Surnames[random.Below(Surnames.Length)] + random.Pick(GivenNames),
            SampleNationalId.Create(index),
            TeachingPoints[index % TeachingPoints.Count].Code,
            Classes[index / 2 % Classes.Length]);
    }

    public static byte[] ToCsv(IReadOnlyList<SampleStudent> students)
    {
        var csv = new StringBuilder("学号,姓名,身份证号,教学点,层次,专业,班级,邮箱,手机\n");
        foreach (var student in students)
        {
            var row = $"{student.Number},{student.Name},{student.NationalId},{student.TeachingPoint},成人本科,会计学,{student.ClassName},{student.Number}@example.edu,";
            csv.Append(row).Append('\n');
        }

        // With a byte order mark, as Excel writes and wants it.
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }
}
