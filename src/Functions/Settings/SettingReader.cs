using System.Globalization;

namespace PhotoFunctions.Functions.Settings;

/// <summary>
/// Reads single settings and gathers what is wrong with them, so that one start names all of it. Whoever reads goes on with a stand-in;
/// nobody uses what was read when there are problems.
/// </summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    // How the platform hands over a secret that it could not read: the setting's own text.
    private const string Unread = "@Microsoft.KeyVault(";

    private readonly List<SettingProblem> _problems = [];

    public IReadOnlyList<SettingProblem> Problems => _problems;

    /// <summary>The setting's text; null where it is absent, blank, or a secret that could not be read. Taken for a key, that text is no secret.</summary>
    public string? Find(string name)
    {
        var text = configuration[name]?.Trim();
        if (text?.StartsWith(Unread, StringComparison.OrdinalIgnoreCase) == true)
        {
            Refuse(name, "expected a secret but the platform could not read it from Key Vault", "see the reference's state in the portal");
            return null;
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>Whether the section has any setting in it.</summary>
    public bool HasSection(string name) => configuration.GetSection(name).GetChildren().Any();

    public string Required(string name, string example)
    {
        var text = Find(name);
        if (text is null)
        {
            Refuse(name, "expected a value but it is missing", example);
        }

        return text ?? example;
    }

    public int? Number(string name, int largest, int example) => Parsed<int?>(
        name,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= largest
            ? number
            : null,
        $"a whole number from 1 to {largest}",
        example.ToString(CultureInfo.InvariantCulture));

    public TChoice Choice<TChoice>(string name, TChoice otherwise)
        where TChoice : struct, Enum
    {
        var names = Enum.GetNames<TChoice>();
        return Parsed<TChoice?>(
            name,
            text => Array.Find(names, choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known
                ? Enum.Parse<TChoice>(known)
                : null,
            $"one of {string.Join(", ", names)}",
            otherwise.ToString()) ?? otherwise;
    }

    /// <summary>What the text says; the default where the setting is absent, or is refused because the parser returns the default.</summary>
    public T? Parsed<T>(string name, Func<string, T?> parse, string expected, string example)
    {
        if (Find(name) is not { } text)
        {
            return default;
        }

        var value = parse(text);
        if (value is null)
        {
            Refuse(name, $"expected {expected} but received another text", example);
        }

        return value;
    }

    /// <summary>Settings of a section are written with two underlines in the environment, and there people look.</summary>
    public void Refuse(string name, string what, string example)
    {
        var written = name.Replace(":", "__", StringComparison.Ordinal);
        if (_problems.TrueForAll(problem => problem.Name != written))
        {
            _problems.Add(new SettingProblem(written, what, example));
        }
    }
}
