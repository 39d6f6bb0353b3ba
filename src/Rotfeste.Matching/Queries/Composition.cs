namespace Rotfeste.Matching.Queries;

/// <summary>Writes a query from lists of names.</summary>
internal static class Composition
{
    public static string Of(IEnumerable<string> names, IEnumerable<string> about, IEnumerable<string> not)
    {
        var parts = new[] { AnyOf(names), AnyOf(about) }.Where(part => part.Length > 0).ToList();
        if (parts.Count > 0)
            parts.AddRange(Terms(not).Select(term => "-" + term));
        return string.Join(' ', parts);
    }

    private static string AnyOf(IEnumerable<string> entries)
    {
        var terms = Terms(entries);
        return terms.Count > 1 ? $"({string.Join(" OR ", terms)})" : string.Concat(terms);
    }

    private static List<string> Terms(IEnumerable<string> entries) =>
        entries.Select(Term).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();

    private static string? Term(string entry)
    {
        var words = string.Concat(entry.Select(sign => QueryScanner.IsQuote(sign) ? ' ' : sign)).Trim();
        var quoted = $"\"{words}\"";
        string[] tries = IsPlain(words) ? [words, quoted] : [quoted, quoted.Replace("*", "", StringComparison.Ordinal)];
        return tries.FirstOrDefault(term => Reading.Read(term, out _, out _));
    }

    private static bool IsPlain(string words) =>
        words.StartsWith('#') || words.StartsWith('@')
            ? !words.Any(sign => char.IsWhiteSpace(sign) || sign is '(' or ')')
            : words.Trim('*').All(char.IsLetterOrDigit) && words is not ("AND" or "OR" or "NOT" or "NEAR" or "ONEAR");
}
