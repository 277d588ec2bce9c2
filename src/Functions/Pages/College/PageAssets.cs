using System.Collections.Frozen;
using System.Security.Cryptography;

namespace PhotoFunctions.Functions.Pages.College;

/// <summary>
/// The pages' own style and scripts, built into the program. Their address holds a version made of all their bytes: browsers keep
/// them for good, and modules find each other by their plain names.
/// </summary>
internal sealed class PageAssets
{
    private const string Prefix = "assets/";
    private readonly FrozenDictionary<string, byte[]> _files = Read();

    public PageAssets()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, bytes) in _files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(bytes);
        }

        Version = Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    public string Version { get; }

    public string AddressOf(string name) => _files.ContainsKey(name)
        ? PagePaths.Asset(Version, name)
        : throw new InvalidOperationException($"The pages have no file {name}.");

    public byte[]? Find(string name) => _files.GetValueOrDefault(name);

    private static FrozenDictionary<string, byte[]> Read()
    {
        var program = typeof(PageAssets).Assembly;
        return program.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], ReadOne);

        byte[] ReadOne(string name)
        {
            using var stream = program.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
