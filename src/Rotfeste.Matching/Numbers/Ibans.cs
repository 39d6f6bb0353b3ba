using System.Numerics;
using System.Text;

namespace Rotfeste.Matching.Numbers;

/// <summary>International account numbers: ISO 13616 with the lengths of SWIFT's register, check digits by modulus 97 (ISO 7064).</summary>
internal static class Ibans
{
    private static readonly Dictionary<string, int> Lengths = Read(
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 "
        + "GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 "
        + "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 "
        + "TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");

    public static bool Check(string plain) =>
        plain.Length > 4 && Lengths.TryGetValue(plain[..2], out var length) && plain.Length == length && Remainder(plain) == 1;

    public static IEnumerable<PrivateFind> Find(string text)
    {
        for (var at = 0; at + 4 < text.Length; at++)
        {
            if (!char.IsAsciiLetter(text[at]) || !char.IsAsciiLetter(text[at + 1]) || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
                continue;
            if (Lengths.TryGetValue(text.Substring(at, 2).ToUpperInvariant(), out var length) && EndOf(text, at, length) is { } end)
                yield return new(at, end - at, PrivateKind.Iban, Certainty.Certain);
        }
    }

    // So many letters and digits, at most one separator between two of them, and then neither letter nor digit.
    private static int? EndOf(string text, int start, int length)
    {
        var plain = new StringBuilder(length);
        var at = start;
        while (plain.Length < length && at < text.Length)
        {
            if (char.IsAsciiLetterOrDigit(text[at]))
                plain.Append(char.ToUpperInvariant(text[at]));
            else if (text[at] is not (' ' or '-' or '.') || !char.IsAsciiLetterOrDigit(text[at - 1]))
                return null;
            at++;
        }

        var ends = at == text.Length || !char.IsLetterOrDigit(text[at]);
        return ends && char.IsAsciiDigit(plain[2]) && Check(plain.ToString()) ? at : null;
    }

    private static int Remainder(string plain)
    {
        var number = BigInteger.Zero;
        foreach (var sign in plain[4..] + plain[..4])
        {
            if (!char.IsAsciiDigit(sign) && !char.IsAsciiLetterUpper(sign))
                return -1;
            number = char.IsAsciiDigit(sign) ? (number * 10) + (sign - '0') : (number * 100) + (sign - 'A' + 10);
        }

        return (int)(number % 97);
    }

    private static Dictionary<string, int> Read(string list) =>
        list.Split(' ').ToDictionary(c => c[..2], c => CheckDigits.Number(c.AsSpan(2)), StringComparer.Ordinal);
}
