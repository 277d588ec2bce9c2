using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PhotoFunctions.EndToEnd.Tests.Pipeline;

namespace PhotoFunctions.EndToEnd.Tests.Api;

/// <summary>Sends the requests of a .http file one after the other, and holds every answer against what the file expects.</summary>
internal sealed partial class HttpFileRun(HttpFile file) : IDisposable
{
    private readonly HttpClient _client = new();
    private readonly Dictionary<string, JsonElement> _answers = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var step in file.Steps)
        {
            var seen = "";
            if (step.Wait is [var path, var wanted])
            {
                await Eventually.BeAsync(
                    $"{step} answers {wanted} at {path}",
                    async () =>
                    {
                        seen = await SendAsync(step, cancellationToken);
                        return At(Parsed(seen), path) == wanted;
                    },
                    cancellationToken);
            }
            else
            {
                seen = await SendAsync(step, cancellationToken);
            }

            if (step.Code is not null)
            {
                Assert.Equal((step.ToString(), step.Code), (step.ToString(), At(Parsed(seen), "$.code")));
            }

            if (step.Name is not null)
            {
                _answers[step.Name] = Parsed(seen);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> SendAsync(HttpFile.Step step, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(step.Method), Filled(step.Url));
        request.Content = step.Body.Length == 0 ? null
            : step.Body.StartsWith("< ", StringComparison.Ordinal)
                ? new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(file.Folder, step.Body[2..]), cancellationToken))
            : new ByteArrayContent(Encoding.UTF8.GetBytes(Filled(step.Body)));
        foreach (var (name, value) in step.Headers)
        {
            if (name == "Content-Type")
            {
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                Assert.True(request.Headers.TryAddWithoutValidation(name, Filled(value)));
            }
        }

        using var response = await _client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        Assert.True(
            step.Status == (int)response.StatusCode, $"{step}: expected {step.Status} but received {(int)response.StatusCode}: {text}");
        return text;
    }

    private string Filled(string text) => Reference().Replace(text, match =>
        match.Groups["path"].Success
            ? At(_answers[match.Groups["name"].Value], match.Groups["path"].Value)
            : file.Variables[match.Groups["name"].Value]);

    private static JsonElement Parsed(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    // $.items[0].url
    private static string At(JsonElement answer, string path)
    {
        foreach (var part in Part().Matches(path).Select(match => match.Groups))
        {
            answer = part["index"].Success
                ? answer[int.Parse(part["index"].Value, CultureInfo.InvariantCulture)]
                : answer.TryGetProperty(part["name"].Value, out var member) ? member : default;
            if (answer.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            {
                return "";
            }
        }

        return answer.ValueKind == JsonValueKind.String ? answer.GetString()! : answer.GetRawText();
    }

    [GeneratedRegex(@"\{\{(?<name>\w+)(?:\.response\.body\.(?<path>[^}]+))?\}\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\.(?<name>\w+)|\[(?<index>\d+)\]")]
    private static partial Regex Part();
}
