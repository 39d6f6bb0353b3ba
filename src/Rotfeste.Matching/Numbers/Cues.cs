using System.Text.RegularExpressions;

namespace Rotfeste.Matching.Numbers;

/// <summary>What the words just before a number say that it is.</summary>
internal enum Cue
{
    None,
    Person,
    Card,
    Account,
    Telephone,

    /// <summary>An invoice, a case, an order, a parcel, an amount: something that is not about a person.</summary>
    Thing,
}

/// <summary>Reads the nearest announcing word before a number, in Norwegian, Danish, Swedish, Finnish and English.</summary>
internal static partial class Cues
{
    private const int Reach = 48;

    public static Cue Before(string text, int start) => Nearest(text, start).Cue;

    /// <summary>"Sagsnummer: " is its label and nothing else; "sagen gælder " is not.</summary>
    public static bool IsLabelledAsThing(string text, int start) => Nearest(text, start) is { Cue: Cue.Thing, IsLabel: true };

    private static (Cue Cue, bool IsLabel) Nearest(string text, int start)
    {
        var from = Math.Max(0, start - Reach);
        var line = text.LastIndexOf('\n', Math.Max(0, start - 1), Math.Max(0, Math.Min(start, start - from)));
        var before = text[(line < 0 ? from : line + 1)..start];
        var last = Announcing().Matches(before).LastOrDefault();
        if (last is null)
            return (AfterAmount(text, start), false);
        var between = before[(last.Index + last.Length)..];
        return (Kind(last), between.Length < 8 && !between.Any(char.IsLetterOrDigit) || between.Trim(' ', '.', ':') is "nr" or "no" or "nummer" or "number");
    }

    public static bool IsGluedPerson(string text, int start)
    {
        var from = start;
        while (from > 0 && start - from < Reach && char.IsLetter(text[from - 1]))
            from--;
        return Announcing().Match(text, from, start - from) is { Success: true } word && word.Index == from && Kind(word) == Cue.Person;
    }

    // "1010901234 kroner": the unit follows.
    private static Cue AfterAmount(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 24 && (char.IsAsciiDigit(text[end]) || text[end] is ' ' or '.' or ',' or '-'))
            end++;
        return Unit().IsMatch(text.AsSpan(end, Math.Min(12, text.Length - end))) ? Cue.Thing : Cue.None;
    }

    private static Cue Kind(Match word) =>
        word.Groups["person"].Success ? Cue.Person
        : word.Groups["card"].Success ? Cue.Card
        : word.Groups["account"].Success ? Cue.Account
        : word.Groups["telephone"].Success ? Cue.Telephone
        : Cue.Thing;

    [GeneratedRegex(
        @"(?<![\p{L}\d])(?:"
        + @"(?<person>f[øo]dsels-?(?:n(?:r|umm)\p{L}*)|person-?(?:n(?:r|umm)|id|tal|kennit)\p{L}*|fnr|pnr|d-?n(?:r|ummer\p{L}*)|h-?nummer\p{L}*|cpr(?:-?n(?:r|ummer)\p{L}*)?|hetu\p{L}*|henkilö\p{L}*|samordnings\p{L}*|født|fødd|född|ssn|national id|social security)"
        + @"|(?<card>(?:(?:bank|kreditt?|debet|betalings)?kort(?:n(?:r|ummer)\p{L}*)?|visa|mastercard|amex|card|dankort\p{L}*))"
        + @"|(?<account>\p{L}{0,12}konto(?:n(?:r|ummer)\p{L}*|en|er)?|account|bankgiro|iban)"
        + @"|(?<telephone>tlf|tel|telefon\p{L}*|telephone|phone|mob|mobil\p{L}*|cell|ring(?:e|er)?|ringt|call|sms|tekst|nås|nåes|whatsapp|signal|vipps\p{L}*|mobilepay|swish|kontakt\p{L}*|fax|faks|sentralbord\p{L}*|vakttelefon\p{L}*)"
        + @"|(?<thing>\p{L}{0,14}(?:faktura|ordre|bestilling|journal|kunde|avtale|kontrakt|arkiv|dokument|saks|sags|serie|løpe|medlems|vare|artikkel|pakke|sporings|billett?|ticket|booking|matrikkel|målepunkt|måler|forsendelse|sendings)(?:e?n|e?s)?-?(?:n(?:r|ummer)\p{L}*|id|en|et|s)?"
        + @"|sak|saken|saka|sag|sagen|case|invoice|order|ärende\p{L}*|diarie\p{L}*|ref|referanse\p{L}*|reference\p{L}*|kid(?:-?n(?:r|ummer)\p{L}*)?|customer|member|serial|imei|isbn|issn|ean|gtin|tracking|parcel|shipment|org(?:anisasjons)?\p{L}{0,3}|cvr|versjon|version|kr|nok|dkk|sek|eur|usd|id|beløp\p{L}*|pris\p{L}*|\p{L}{1,24}n(?:r|umm[ea]r\p{L}{0,3}))"
        + @")(?![\p{L}\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Announcing();

    [GeneratedRegex(@"^ ?(kr|kroner|nok|dkk|sek|eur|euro|usd|mill|kwh|%)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unit();
}
