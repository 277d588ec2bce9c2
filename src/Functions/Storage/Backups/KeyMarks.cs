using System.Security.Cryptography;
using System.Text;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>Short marks that tell one key from another, and nothing about it: a backup names by them the keys that it needs.</summary>
internal static class KeyMarks
{
    private const int Characters = 16;

    public static string OfIndexKey(DataKeys keys) => Of(keys.IndexKey);

    /// <summary>The mark of a key by its name; null for one that is not configured.</summary>
    public static string? OfEncryptionKey(DataKeys keys, string name) =>
        keys.EncryptionKeys.FirstOrDefault(key => key.Name == name) is { } found ? Of(found.Key) : null;

    private static string Of(byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("backup")))[..Characters];
}
