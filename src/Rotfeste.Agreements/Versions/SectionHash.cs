using System.Security.Cryptography;
using System.Text;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Agreements.Versions;

/// <summary>SHA-256 of a section's canonical JSON, in lower-case hex.</summary>
internal static class SectionHash
{
    public static string Of(Section section) => OfText(CanonicalJson.Of(section with { About = section.About ?? [] }));

    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
