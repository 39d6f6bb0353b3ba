using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Rotfeste.Platform.Keys;

/// <summary>Wraps the data-protection keys that lie in the data folder.</summary>
internal sealed class WrappedXmlEncryptor(MasterKey master) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("wrapped", Convert.ToBase64String(master.Wrap(Encoding.UTF8.GetBytes(plaintextElement.ToString())))),
        typeof(WrappedXmlDecryptor));
}

/// <summary>Found by name when a key is read.</summary>
internal sealed class WrappedXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(
        services.GetRequiredService<MasterKey>().Unwrap(Convert.FromBase64String(encryptedElement.Value))));
}
