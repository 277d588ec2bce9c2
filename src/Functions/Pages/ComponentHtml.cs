using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace PhotoFunctions.Functions.Pages;

/// <summary>Writes Razor components as HTML: pages, files to print, mails.</summary>
internal sealed class ComponentHtml : IDisposable
{
    // The usual encoder writes each Chinese character as eight.
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    public async Task<string> RenderAsync<TComponent>(params IReadOnlyList<(string Name, object? Value)> parameters)
        where TComponent : IComponent
    {
        // A renderer keeps what it has rendered.
        await using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var values = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
            return (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(values))).ToHtmlString();
        });
    }

    public void Dispose() => _services.Dispose();
}
