namespace Rotfeste.Matching.Numbers;

/// <summary>Mail addresses: what stands around an at sign, as far as mail in use reaches (RFC 5321, letters of all scripts as in RFC 6531).</summary>
internal static class Emails
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 253;

    public static IEnumerable<PrivateFind> Find(string text)
    {
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && at - start < LongestLocal && (char.IsLetterOrDigit(text[start - 1]) || "._%+-'".Contains(text[start - 1])))
                start--;
            while (start < at && text[start] is '.' or '\'' or '-')
                start++;
            var end = EndOfDomain(text, at + 1);
            // "@kari@fjordvik.no" is somebody's public handle.
            if (start < at && end > at && !(start > 0 && text[start - 1] is '@' or '/'))
                yield return new(start, end - start, PrivateKind.Email, Certainty.Certain);
        }
    }

    private static int EndOfDomain(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestDomain && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
            end++;
        while (end > start && text[end - 1] is '.' or '-')
            end--;
        var labels = text[start..end].Split('.');
        var top = labels[^1];
        return labels.Length > 1 && !Array.Exists(labels, l => l.Length == 0) && top.Length >= 2 && top.All(char.IsLetter) ? end : -1;
    }
}
