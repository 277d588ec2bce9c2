using System.Security.Cryptography;
using System.Text;

namespace PhotoFunctions.Functions.Storage;

/// <summary>
/// Encrypts single fields with AES-GCM: nonce, ciphertext, tag. The associated data says what the field is, so that a ciphertext
/// copied to another row or column does not open.
/// </summary>
internal static class FieldCipher
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Encrypt(DataKeys.Named key, string text, string associatedData)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var cipher = new byte[plain.Length];
        var tag = new byte[TagBytes];
        using var aes = new AesGcm(key.Key, TagBytes);
        aes.Encrypt(nonce, plain, cipher, tag, Encoding.UTF8.GetBytes(associatedData));
        return [.. nonce, .. cipher, .. tag];
    }

    /// <summary>Whether a field holds no text; its length tells, so that nothing has to be decrypted.</summary>
    public static bool IsOfEmptyText(ReadOnlySpan<byte> field) => field.Length <= NonceBytes + TagBytes;

    /// <exception cref="CryptographicException">The field was changed, or belongs elsewhere.</exception>
    public static string Decrypt(DataKeys.Named key, ReadOnlySpan<byte> field, string associatedData)
    {
        if (field.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("The encrypted field is too short.");
        }

        var plain = new byte[field.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key.Key, TagBytes);
        aes.Decrypt(field[..NonceBytes], field[NonceBytes..^TagBytes], field[^TagBytes..], plain, Encoding.UTF8.GetBytes(associatedData));
        return Encoding.UTF8.GetString(plain);
    }
}
