namespace Rotfeste.Matching.Queries;

/// <summary>Mends a refused query step by step until it reads, or gives up.</summary>
internal static class Proposals
{
    private const int MostSteps = 10;

    public static string? For(string text, QueryRefusal refusal)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (Mend(text, refusal)?.Trim() is not { Length: > 0 } mended || mended == text)
                return null;
            if (QueryParser.Parse(mended, out _, out var next))
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
            QueryReason.UnclosedBracket => text + ")",
            QueryReason.StrayBracket or QueryReason.EmptyBrackets or QueryReason.DanglingOperator or QueryReason.LoneStar
                or QueryReason.NoWord or QueryReason.BadFieldValue => Replace(text, refusal, ""),
            QueryReason.StarInsideWord => CutAfterStar(text, refusal.Position),
            // The words of an address are cut from posts: quoted it would be accepted and find nothing.
            QueryReason.UnknownField when cause.Contains("://", StringComparison.Ordinal) => null,
            QueryReason.BadTag or QueryReason.BadHandle or QueryReason.UnknownField => Replace(text, refusal, Quoted(cause)),
            QueryReason.NotOffered => Replace(text, refusal, Nearest(cause)),
            _ => null,
        };
    }

    private static string Replace(string text, QueryRefusal refusal, string by) =>
        text[..refusal.Position] + by + text[(refusal.Position + refusal.Length)..];

    private static string Quoted(string cause) => $"\"{cause.Replace("*", "", StringComparison.Ordinal)}\"";

    private static string Nearest(string cause) => cause[0] switch
    {
        '*' => "",
        '=' or '~' => cause[1..],
        '\'' => Quoted(cause),
        _ => "",
    };

    private static string CutAfterStar(string text, int star)
    {
        var end = star + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '*'))
            end++;
        return text[..(star + 1)] + text[end..];
    }
}
