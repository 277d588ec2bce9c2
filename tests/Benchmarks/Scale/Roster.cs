using System.Globalization;
using System.Text;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.Benchmarks.Scale;

/// <summary>Invented students: each index gives another number and another valid ID number.</summary>
internal static class Roster
{
    private const int IdsOfOneDay = 999;
    private static readonly DateOnly FirstBirthday = new(1985, 1, 1);

    public static string NumberOf(int index) => string.Create(CultureInfo.InvariantCulture, $"2021{index:D7}");

    public static string PointOf(int point) => string.Create(CultureInfo.InvariantCulture, $"TP{point + 1:D3}");

    /// <summary>A file with the students of an index and after it; the students of a teaching point stand together.</summary>
    public static string Csv(int first, int rows, int students, int points)
    {
        var csv = new StringBuilder("学号,姓名,身份证号,教学点,层次,专业,班级,邮箱\n");
        for (var index = first; index < first + rows; index++)
        {
            var point = PointOf((int)((long)index * points / students));
            csv.Append(CultureInfo.InvariantCulture, $"{NumberOf(index)},学生{index},{IdOf(index)},{point},专升本,会计学,一班,s{index}@mail.example\n");
        }

        return csv.ToString();
    }

    public static string IdOf(int index) => NationalIds.Complete(string.Create(
        CultureInfo.InvariantCulture, $"360103{FirstBirthday.AddDays(index / IdsOfOneDay):yyyyMMdd}{1 + (index % IdsOfOneDay):D3}"));
}
