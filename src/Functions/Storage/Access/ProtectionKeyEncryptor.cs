using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace PhotoFunctions.Functions.Storage.Access;

/// <summary>Encrypts a key of Data Protection with the current encryption key; what it writes remembers that key's name.</summary>
internal sealed class ProtectionKeyEncryptor(DataKeysSource keys) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var key = keys.Get().EncryptionKeys[0];
        var text = plaintextElement.ToString(SaveOptions.DisableFormatting);
        var cipher = FieldCipher.Encrypt(key, text, ProtectionKeyDecryptor.AssociatedData);
        return new EncryptedXmlInfo(
            new XElement("sealed", new XAttribute(ProtectionKeyDecryptor.KeyName, key.Name), Convert.ToBase64String(cipher)),
            typeof(ProtectionKeyDecryptor));
    }
}
