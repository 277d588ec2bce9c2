using System.Globalization;
using System.Text.RegularExpressions;

namespace PhotoFunctions.EndToEnd.Tests.Api;

/// <summary>A .http file, as HTTP clients of editors read it, with what its comments expect.</summary>
internal sealed partial class HttpFile
{
    private HttpFile(string folder) => Folder = folder;

    /// <summary>Where files that stand for bodies lie.</summary>
    public string Folder { get; }

    public Dictionary<string, string> Variables { get; } = [];

    public List<Step> Steps { get; } = [];

    public static HttpFile Read(string path)
    {
        var file = new HttpFile(Path.GetDirectoryName(path)!);
        var blocks = new List<(int Line, List<string> Lines)> { (1, []) };
        foreach (var (line, index) in File.ReadAllLines(path).Select((line, index) => (line, index)))
        {
            if (line.StartsWith("###", StringComparison.Ordinal))
            {
                blocks.Add((index + 1, []));
            }
            else if (Variable().Match(line) is { Success: true } variable)
            {
                file.Variables[variable.Groups[1].Value] = variable.Groups[2].Value;
            }
            else
            {
                blocks[^1].Lines.Add(line);
            }
        }

        file.Steps.AddRange(blocks.Where(block => block.Lines.Any(IsRequest)).Select(block => StepOf(block.Line, block.Lines)));
        return file;
    }

    private static bool IsRequest(string line) => Request().IsMatch(line);

    private static Step StepOf(int number, List<string> lines)
    {
        var start = lines.FindIndex(IsRequest);
        var comments = lines.Take(start).ToList();
        var headers = lines.Skip(start + 1).TakeWhile(line => line.Length > 0).Select(line => line.Split(": ", 2)).ToList();
        var body = string.Join('\n', lines.Skip(start + 1 + headers.Count)).Trim();
        var (method, url) = (lines[start].Split(' ')[0], lines[start].Split(' ')[1]);
        var expected = Comment("expect")?.Split(' ')
            ?? throw new FormatException($"Expected '# expect: STATUS' for the request in line {number}.");
        return new Step(number, method, url, int.Parse(expected[0], CultureInfo.InvariantCulture))
        {
            Name = Comment("@name"),
            Code = expected.ElementAtOrDefault(1),
            Wait = Comment("wait")?.Split(" == "),
            Headers = [.. headers.Select(header => (header[0], header[1]))],
            Body = body,
        };

        string? Comment(string word) => comments
            .Select(line => CommentLine().Match(line))
            .FirstOrDefault(match => match.Success && match.Groups[1].Value == word)?.Groups[2].Value;
    }

    [GeneratedRegex(@"^@(\w+) *= *(.*)$")]
    private static partial Regex Variable();

    [GeneratedRegex("^(GET|HEAD|PUT|POST|DELETE) ")]
    private static partial Regex Request();

    [GeneratedRegex(@"^# *(@?\w+):? (.*)$")]
    private static partial Regex CommentLine();

    /// <summary>A request and what its comments say of the answer.</summary>
    internal sealed record Step(int Line, string Method, string Url, int Status)
    {
        public string? Name { get; init; }

        /// <summary>The code of the failure that is expected.</summary>
        public string? Code { get; init; }

        /// <summary>A path into the answer, and the text that stands there sooner or later.</summary>
        public string[]? Wait { get; init; }

        public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

        public string Body { get; init; } = "";

        public override string ToString() => $"line {Line}: {Method} {Url}";
    }
}
