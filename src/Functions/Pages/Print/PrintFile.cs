using System.Text;
using System.Text.Encodings.Web;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Exports;

namespace PhotoFunctions.Functions.Pages.Print;

/// <summary>
/// Pages to print, as files that look the same when they were saved: the style is in the file, and the policy names it by its hash, so
/// that nothing else can be shown or run, whatever a name holds.
/// </summary>
internal sealed class PrintFile(ComponentHtml components)
{
    private static readonly PageStyle Style = PageStyle.Read("print.css");

    /// <summary>The content security policy; the file says it too.</summary>
    public static string Policy { get; } = $"default-src 'none'; style-src {Style.Source}";

    /// <summary>A page for each envelope, sent as soon as it is made.</summary>
    public async Task WriteAsync(
        Stream target, Cohort cohort, IAsyncEnumerable<Envelope> envelopes, CancellationToken cancellationToken)
    {
        await WriteAsync(target, Head($"{cohort.Name} {Envelope.Name}"), cancellationToken);
        await foreach (var envelope in envelopes.WithCancellation(cancellationToken))
        {
            var page = await components.RenderAsync<EnvelopePage>(
                (nameof(EnvelopePage.CohortName), cohort.Name), (nameof(EnvelopePage.Envelope), envelope));
            await WriteAsync(target, page, cancellationToken);
        }

        await WriteAsync(target, "</body></html>\n", cancellationToken);
    }

    /// <summary>Labels with the addresses.</summary>
    public async Task WriteAsync(
        Stream target, Cohort cohort, IReadOnlyList<(TeachingPoint Point, int AcceptedPhotos)> points, CancellationToken cancellationToken)
    {
        var labels = await components.RenderAsync<AddressLabels>(
            (nameof(AddressLabels.CohortName), cohort.Name), (nameof(AddressLabels.Points), points));
        await WriteAsync(target, $"{Head($"{cohort.Name} {AddressList.Name}")}{labels}</body></html>\n", cancellationToken);
    }

    private static string Head(string title) =>
        "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
        + $"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">"
        + $"<title>{HtmlEncoder.Default.Encode(title)}</title><style>{Style.Text}</style></head><body>\n";

    private static async Task WriteAsync(Stream target, string html, CancellationToken cancellationToken) =>
        await target.WriteAsync(Encoding.UTF8.GetBytes(html), cancellationToken);
}
