namespace Rotfeste.Networks.Feeds;

/// <summary>Reads "Name (mail)", "mail (Name)", "Name &lt;mail&gt;", a name or a mail address.</summary>
internal static class Authors
{
    public static FeedAuthor? Of(string text)
    {
        text = text.Trim();
        if (text.Length == 0)
            return null;
        var open = text.IndexOfAny(['(', '<']);
        var close = open < 0 ? -1 : text.LastIndexOfAny([')', '>']);
        if (open < 0 || close < open)
            return One(text);
        var (outer, inner) = (text[..open].Trim(), text[(open + 1)..close].Trim());
        return outer.Length == 0 ? One(inner)
            : inner.Length == 0 ? One(outer)
            : IsMail(outer) ? new(inner, outer)
            : IsMail(inner) ? new(outer, inner)
            : new(text, "");
    }

    private static FeedAuthor One(string text) => IsMail(text) ? new("", text) : new(text, "");

    private static bool IsMail(string text) => text.Contains('@', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal);
}
