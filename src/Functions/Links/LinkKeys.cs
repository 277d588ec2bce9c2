using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Links;

/// <summary>The keys that sign students' links: the first one signs, all of them are believed.</summary>
internal sealed record LinkKeys(IReadOnlyList<DataKeys.Named> Keys)
{
    private const int LeastBytes = 32;
    private const int MostBytes = 128;
    private const int LongestName = 16;

    public DataKeys.Named Signing => Keys[0];

    /// <summary>Reads <c>name:base64,name:base64</c>; names of up to 16 letters and digits, keys of 32 to 128 bytes.</summary>
    public static LinkKeys Parse(string setting)
    {
        var keys = NamedKeys.Parse(setting, LeastBytes, MostBytes);
        return keys.Length > 0 && keys.All(key => key.Name.Length <= LongestName)
            ? new LinkKeys(keys)
            : throw new FormatException($"expected one key or more, with names of up to {LongestName} characters, but found none such");
    }

    public static string? WhatIsWrong(string text) => NamedKeys.WhatIsWrong(() => Parse(text));

    /// <summary>A new random key in the form that <see cref="Parse"/> reads.</summary>
    public static string Generate() => NamedKeys.Generate(LeastBytes);

    /// <summary>The key with a name; null when it was removed, or never was.</summary>
    public DataKeys.Named? Find(string name) => Keys.FirstOrDefault(key => key.Name == name);

    /// <summary>Prints no key.</summary>
    public override string ToString() => nameof(LinkKeys);
}
