using System.Security.Cryptography;
using System.Text;

namespace PhotoFunctions.Functions.Pages;

/// <summary>A style that stands in the page itself. The content security policy names it by its hash, so that no other is applied.</summary>
internal sealed record PageStyle
{
    private PageStyle(string text) => Text = text;

    public string Text { get; }

    /// <summary>How a policy names it.</summary>
    public string Source => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";

    /// <summary>Reads one that is built into the program.</summary>
    public static PageStyle Read(string resource)
    {
        using var stream = typeof(PageStyle).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);

        // Line ends of a browser are LF before it hashes.
        return new PageStyle(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
