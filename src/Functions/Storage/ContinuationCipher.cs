using System.Buffers.Text;
using System.Security.Cryptography;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Storage;

/// <summary>Makes the table service's continuation tokens opaque: they hold keys, and belong to one list with one filter.</summary>
internal static class ContinuationCipher
{
    public static string? Seal(DataKeys keys, string list, string? token)
    {
        if (token is null)
        {
            return null;
        }

        var key = keys.EncryptionKeys[0];
        return $"{key.Name}.{Base64Url.EncodeToString(FieldCipher.Encrypt(key, token, AssociatedData(list)))}";
    }

    /// <summary>Failure: <c>continuation-invalid</c>. No token opens as null: the first page.</summary>
    public static Result<string?> Open(DataKeys keys, string list, string? sealedToken)
    {
        if (sealedToken is null)
        {
            return (string?)null;
        }

        var parts = sealedToken.Split('.');
        if (parts.Length != 2
            || keys.EncryptionKeys.FirstOrDefault(key => key.Name == parts[0]) is not { } named
            || !Base64Url.IsValid(parts[1]))
        {
            return RequestFailures.ContinuationInvalid;
        }

        try
        {
            return FieldCipher.Decrypt(named, Base64Url.DecodeFromChars(parts[1]), AssociatedData(list));
        }
        catch (CryptographicException)
        {
            return RequestFailures.ContinuationInvalid;
        }
    }

    private static string AssociatedData(string list) => $"continuation/{list}";
}
