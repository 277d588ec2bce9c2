using System.Text.Json;

namespace PhotoFunctions.LocalHost.Manifests;

/// <summary>A JSON value that knows its file and key, so that a refusal can name both.</summary>
internal sealed class ManifestNode
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly string _file;
    private readonly string _key;
    private readonly JsonElement _element;

    private ManifestNode(string file, string key, JsonElement element)
    {
        _file = file;
        _key = key;
        _element = element;
    }

    public IEnumerable<string> Keys => _element.EnumerateObject().Select(property => property.Name);

    /// <param name="path">The file.</param>
    /// <param name="file">The file as messages name it: relative to the app root.</param>
    public static ManifestNode Load(string path, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            var node = new ManifestNode(file, "", document.RootElement.Clone());
            return node.IsObject ? node : throw new HostStartException($"{file}: expected a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new HostStartException($"{file}: not JSON: {exception.Message}");
        }
    }

    public ManifestNode? Section(string name)
    {
        if (Find(name) is not { } node)
        {
            return null;
        }

        return node.IsObject ? node : throw node.Refuse("expected an object");
    }

    public ManifestNode RequiredSection(string name) => Section(name) ?? throw Missing(name);

    public IReadOnlyList<ManifestNode> Items(string name)
    {
        if (Find(name) is not { } node)
        {
            return [];
        }

        if (node._element.ValueKind is not JsonValueKind.Array)
        {
            throw node.Refuse("expected an array");
        }

        return node._element.EnumerateArray().Select((item, index) => new ManifestNode(_file, $"{node._key}[{index}]", item)).ToList();
    }

    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw Missing(name);

    public string? Text(string name)
    {
        if (Find(name) is not { } node)
        {
            return null;
        }

        return node.AsText();
    }

    public string AsText() =>
        _element.ValueKind is JsonValueKind.String
            ? _element.GetString()!
            : throw Refuse($"expected a text but received {_element.GetRawText()}");

    public bool? Flag(string name)
    {
        if (Find(name) is not { } node)
        {
            return null;
        }

        return node._element.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? node._element.GetBoolean()
            : throw node.Refuse($"expected true or false but received {node._element.GetRawText()}");
    }

    public int? Number(string name, int least, int most)
    {
        if (Find(name) is not { } node)
        {
            return null;
        }

        return node._element.ValueKind is JsonValueKind.Number
            && node._element.TryGetInt32(out var number)
            && number >= least
            && number <= most
            ? number
            : throw node.Refuse($"expected a number from {least} to {most} but received {node._element.GetRawText()}");
    }

    public bool Has(string name) => Find(name) is not null;

    public void AllowOnly(params ReadOnlySpan<string> known)
    {
        if (!IsObject)
        {
            throw Refuse("expected an object");
        }

        foreach (var name in Keys)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw Refuse(name, "this host does not understand the key, so it cannot promise to behave like the real one");
            }
        }
    }

    public HostStartException Refuse(string name, string why) => new($"{_file}: {Join(name)}: {why}.");

    private HostStartException Refuse(string why) => new($"{_file}: {_key}: {why}.");

    private HostStartException Missing(string name) => Refuse(name, "missing");

    private bool IsObject => _element.ValueKind is JsonValueKind.Object;

    private string Join(string name) => _key.Length == 0 ? name : $"{_key}.{name}";

    // The real host reads its files without regard to case, and takes null for absent.
    private ManifestNode? Find(string name)
    {
        if (!IsObject)
        {
            throw Refuse("expected an object");
        }

        foreach (var property in _element.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind is not JsonValueKind.Null)
            {
                return new ManifestNode(_file, Join(property.Name), property.Value);
            }
        }

        return null;
    }
}
