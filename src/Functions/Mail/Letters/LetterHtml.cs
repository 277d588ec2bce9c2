using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace PhotoFunctions.Functions.Mail.Letters;

/// <summary>Writes letters as HTML.</summary>
internal sealed class LetterHtml : IDisposable
{
    // The usual encoder writes each Chinese character as eight.
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    public async Task<string> WriteAsync(Letter letter)
    {
        // A renderer keeps what it has rendered.
        await using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var values = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(LetterPage.Letter)] = letter });
            return "<!DOCTYPE html>\n" + (await renderer.RenderComponentAsync<LetterPage>(values)).ToHtmlString();
        });
    }

    public void Dispose() => _services.Dispose();
}
