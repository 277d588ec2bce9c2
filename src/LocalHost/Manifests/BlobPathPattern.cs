using System.Text;
using System.Text.RegularExpressions;

namespace PhotoFunctions.LocalHost.Manifests;

/// <summary>A blob trigger's <c>path</c>: a container, and a pattern whose tokens are greedy, as the host's are.</summary>
internal sealed partial class BlobPathPattern
{
    private readonly Regex? _blobName;

    private BlobPathPattern(string container, Regex? blobName, IReadOnlyList<string> tokens)
    {
        Container = container;
        _blobName = blobName;
        Tokens = tokens;
    }

    public string Container { get; }

    public IReadOnlyList<string> Tokens { get; }

    public static bool TryParse(string path, out BlobPathPattern? pattern, out string fault)
    {
        pattern = null;
        fault = "";
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var container = slash < 0 ? path : path[..slash];
        if (!ContainerName().IsMatch(container))
        {
            fault = $"Expected a container name without tokens before the first '/' but received '{container}'.";
            return false;
        }

        if (slash < 0 || slash == path.Length - 1)
        {
            pattern = new BlobPathPattern(container, null, []);
            return true;
        }

        var expression = new StringBuilder("^");
        var tokens = new List<string>();
        var at = 0;
        var blobName = path[(slash + 1)..];
        foreach (Match token in Token().Matches(blobName))
        {
            expression.Append(Regex.Escape(blobName[at..token.Index])).Append("(.*)");
            tokens.Add(token.Groups[1].Value);
            at = token.Index + token.Length;
        }

        expression.Append(Regex.Escape(blobName[at..])).Append('$');
        var isEachOnce = tokens.Distinct(StringComparer.OrdinalIgnoreCase).Count() == tokens.Count;
        if (!isEachOnce || blobName.Count(c => c is '{' or '}') != 2 * tokens.Count)
        {
            fault = $"Expected each token once, as {{name}}, but received '{blobName}'.";
            return false;
        }

        var fullName = new Regex(expression.ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant);
        pattern = new BlobPathPattern(container, fullName, tokens);
        return true;
    }

    /// <returns>The tokens' values in the pattern's order, or null when the name does not fit.</returns>
    public IReadOnlyList<string>? Match(string blobName)
    {
        if (_blobName is null)
        {
            return [];
        }

        var match = _blobName.Match(blobName);
        return match.Success ? match.Groups.Values.Skip(1).Select(group => group.Value).ToList() : null;
    }

    [GeneratedRegex("^([a-z0-9]+(-[a-z0-9]+)*|\\$root|\\$web)$")]
    private static partial Regex ContainerName();

    [GeneratedRegex("\\{([A-Za-z_][A-Za-z0-9_\\-]*)\\}")]
    private static partial Regex Token();
}
