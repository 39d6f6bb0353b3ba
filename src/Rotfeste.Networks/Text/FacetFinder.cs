using System.Globalization;
using System.Text;
using Rotfeste.Networks.Bluesky.Ids;

namespace Rotfeste.Networks.Text;

/// <summary>Finds links (with http(s):// or as a bare domain), mentions (@handle.tld) and tags (#word) in a text.</summary>
public static class FacetFinder
{
    // After these a word does not begin: they are inside an address, a mail address or a word.
    private const string InsideWord = "@#.-_/:&=%+~$\\";

    /// <summary>In order, not overlapping; offsets are bytes of the text as UTF-8. Takes time in proportion to the text.</summary>
    public static IReadOnlyList<Facet> Find(string text)
    {
        var found = new List<Facet>();
        var (at, bytes, counted) = (0, 0, 0);
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            if (!Begins(text.AsSpan(0, at)) || Match(rest) is not { } match)
            {
                at++;
                continue;
            }

            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(counted, at - counted));
            var length = Encoding.UTF8.GetByteCount(rest[..match.Length]);
            found.Add(new(match.Kind, bytes, bytes + length, match.Target));
            at += match.Length;
            bytes += length;
            counted = at;
        }

        return found;
    }

    private static bool Begins(ReadOnlySpan<char> before)
    {
        if (before.IsEmpty) return true;
        Rune.DecodeLastFromUtf16(before, out var last, out _);
        return !IsWordPart(last) && !(last.IsAscii && InsideWord.Contains((char)last.Value, StringComparison.Ordinal));
    }

    private static (FacetKind Kind, int Length, string Target)? Match(ReadOnlySpan<char> rest) => rest[0] switch
    {
        '@' => Mention(rest),
        '#' or '\uFF03' => Tag(rest),
        _ when char.IsLetterOrDigit(rest[0]) => LinkFinder.Match(rest) is { } link ? (FacetKind.Link, link.Length, link.Target) : null,
        _ => null,
    };

    private static (FacetKind, int, string)? Mention(ReadOnlySpan<char> rest)
    {
        var run = 1;
        while (run < rest.Length && (char.IsAsciiLetterOrDigit(rest[run]) || rest[run] is '.' or '-')) run++;
        if (run < rest.Length && (rest[run] is '@' or '_' || char.IsLetterOrDigit(rest[run]))) return null;
        var handle = rest[1..run].TrimEnd(".-");
        return Handle.IsValid(handle) ? (FacetKind.Mention, 1 + handle.Length, handle.ToString().ToLowerInvariant()) : null;
    }

    private static (FacetKind, int, string)? Tag(ReadOnlySpan<char> rest)
    {
        var (end, hasWord) = (1, false);
        while (end < rest.Length)
        {
            Rune.DecodeFromUtf16(rest[end..], out var rune, out var length);
            if (!IsTagPart(rune)) break;
            hasWord |= Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;
            end += length;
        }

        var tag = rest[1..end].TrimEnd("-\u200D");
        var measure = TextMeasure.Of(tag.ToString(), new(64, 640));
        return hasWord && measure.Fits ? (FacetKind.Tag, 1 + tag.Length, tag.ToString()) : null;
    }

    private static bool IsTagPart(Rune rune) =>
        rune != Rune.ReplacementChar
        && (IsWordPart(rune)
        || rune.Value is '_' or '-' or 0x200D
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol);

    private static bool IsWordPart(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.EnclosingMark;
}
