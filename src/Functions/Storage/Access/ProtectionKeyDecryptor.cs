using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace PhotoFunctions.Functions.Storage.Access;

/// <summary>
/// Opens what <see cref="ProtectionKeyEncryptor"/> wrote, for as long as its encryption key is configured. Data Protection makes it by its
/// full name, which stands in the stored keys: a new name would end all sessions.
/// </summary>
internal sealed class ProtectionKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public const string AssociatedData = "data-protection";
    public const string KeyName = "key";

    public XElement Decrypt(XElement encryptedElement)
    {
        var key = services.GetRequiredService<DataKeysSource>().Get().EncryptionKey((string)encryptedElement.Attribute(KeyName)!);
        return XElement.Parse(FieldCipher.Decrypt(key, Convert.FromBase64String(encryptedElement.Value), AssociatedData));
    }
}
