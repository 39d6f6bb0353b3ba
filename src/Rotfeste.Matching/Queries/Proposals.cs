namespace Rotfeste.Matching.Queries;

/// <summary>Mends a refused query step by step until it reads, or gives up.</summary>
internal static class Proposals
{
    private const int MostSteps = 10;

    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["language"] = "lang", ["språk"] = "lang", ["sprog"] = "lang", ["from"] = "author", ["fra"] = "author", ["forfatter"] = "author",
        ["url"] = "link", ["site"] = "link", ["domain"] = "link", ["lenke"] = "link", ["kilde"] = "source", ["network"] = "source",
    };

    private static readonly Dictionary<string, string> OtherValues = new(StringComparer.OrdinalIgnoreCase)
    {
        ["is:image"] = "has:image", ["is:link"] = "has:link", ["has:images"] = "has:image", ["has:links"] = "has:link", ["has:url"] = "has:link",
        ["has:picture"] = "has:image", ["has:photo"] = "has:image", ["is:answer"] = "is:reply", ["has:reply"] = "is:reply", ["has:repost"] = "is:repost",
        ["is:replies"] = "is:reply", ["is:reposts"] = "is:repost",
    };

    public static string? For(string text, QueryRefusal refusal)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (Mend(text, refusal)?.Trim() is not { Length: > 0 } mended || mended == text)
                return null;
            if (Reading.Read(mended, out _, out var next))
                return mended;
            (text, refusal) = (mended, next);
        }
        return null;
    }

    private static string? Mend(string text, QueryRefusal refusal)
    {
        var cause = text.Substring(refusal.Position, refusal.Length);
        return refusal.Reason switch
        {
            QueryReason.UnclosedQuote => text + "\"",
            QueryReason.UnclosedLiteral => text + "'",
            QueryReason.UnclosedBracket => text + ")",
            QueryReason.StrayBracket or QueryReason.EmptyBrackets or QueryReason.DanglingOperator or QueryReason.LoneStar
                or QueryReason.NoWord or QueryReason.EmptyLiteral or QueryReason.NearTakesWords => Replace(text, refusal, ""),
            QueryReason.BadSign => Replace(text, refusal, cause.Length > 1 && cause[1] is '=' or '~' ? cause[0] + cause.TrimStart('=', '~') : cause[1..]),
            QueryReason.StarInsideWord => CutAfterStar(text, refusal.Position),
            QueryReason.BadDistance => Replace(text, refusal, (cause[0] == 'O' ? "ONEAR/" : "NEAR/") + Distance(cause)),
            QueryReason.MinusBeforeNear => Replace(text, refusal, $"({cause})"),
            QueryReason.BadTag or QueryReason.BadHandle => Replace(text, refusal, cause.EndsWith('*') ? cause.TrimEnd('*') : Quoted(cause)),
            QueryReason.UnknownField => Replace(text, refusal, Field(cause)),
            QueryReason.BadFieldValue => Replace(text, refusal, OtherValues.GetValueOrDefault(cause, "")),
            _ => null,
        };
    }

    private static string Replace(string text, QueryRefusal refusal, string by) =>
        text[..refusal.Position] + by + text[(refusal.Position + refusal.Length)..];

    // The words of an address are cut from posts: quoted it would be accepted and find nothing.
    private static string Field(string cause)
    {
        var colon = cause.IndexOf(':', StringComparison.Ordinal);
        if (cause.AsSpan(colon).StartsWith("://"))
            return "link:" + cause;
        return OtherNames.TryGetValue(cause[..colon], out var name) && colon + 1 < cause.Length ? name + cause[colon..] : Quoted(cause);
    }

    private static string Quoted(string cause) => $"\"{cause.Replace("*", "", StringComparison.Ordinal)}\"";

    private static int Distance(string cause) => cause.Any(char.IsAsciiDigit) ? Query.LargestDistance : 4;

    private static string CutAfterStar(string text, int star)
    {
        var end = star + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '*'))
            end++;
        return text[..(star + 1)] + text[end..];
    }
}
