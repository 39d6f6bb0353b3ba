using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Keys;

/// <summary>Secrets at rest (tokens of accounts at networks), encrypted per organisation and purpose.</summary>
public sealed class Secrets(IDataProtectionProvider protection)
{
    /// <summary>Encrypts.</summary>
    public string Seal(OrganisationId organisation, string purpose, string secret) =>
        For(organisation, purpose).Protect(secret);

    /// <summary>Decrypts; null when the key is gone or the text was changed.</summary>
    public string? Open(OrganisationId organisation, string purpose, string seal)
    {
        try
        {
            return For(organisation, purpose).Unprotect(seal);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>SHA-256 in lower-case hex, for single-use codes that are stored as hashes only.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    /// <summary>A random code of 160 bits, safe in addresses.</summary>
    public static string NewCode() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    private IDataProtector For(OrganisationId organisation, string purpose) =>
        protection.CreateProtector("Rotfeste", organisation.ToString(), purpose);
}
