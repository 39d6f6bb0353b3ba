namespace Rotfeste.Networks.Feeds.Markup;

/// <summary>What a piece of markup is.</summary>
internal enum MarkupKind
{
    /// <summary>The end of it all.</summary>
    None,

    /// <summary>Characters between tags, with their entities as written.</summary>
    Text,

    /// <summary>A CDATA section.</summary>
    Literal,

    /// <summary>A start tag.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,
}

/// <summary>
/// Walks through XML or HTML as it comes in the wild, forwards and once: no document tree, no recursion, nothing that a document type
/// declares is looked at, so no nesting and no entity can make the work grow beyond the length of the text.
/// </summary>
internal ref struct MarkupReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private const int MostMended = 20;
    private int at;
    private int mended;

    /// <summary>What was read last.</summary>
    public MarkupKind Kind { get; private set; }

    /// <summary>Where it begins in the text.</summary>
    public int From { get; private set; }

    /// <summary>Where the reading goes on.</summary>
    public readonly int To => at;

    /// <summary>A start tag that is its own end.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Something was opened and not closed before the text ended.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The tag's name as written, prefix included.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>What stands inside the piece: the characters of a text or literal, the attributes of a start tag.</summary>
    public ReadOnlySpan<char> Inside { get; private set; }

    /// <summary>Reads the next piece; comments, processing instructions and document types are passed over.</summary>
    public bool Read()
    {
        while (at < text.Length)
        {
            From = at;
            IsEmpty = false;
            if (!IsMarkup(at))
                return ReadText();
            var rest = text[at..];
            if (rest.StartsWith("<!--"))
                Skip(rest, "-->", 4);
            else if (rest.StartsWith("<![CDATA["))
                return ReadLiteral(rest);
            else if (rest[1] == '!')
                SkipDeclaration();
            else if (rest[1] == '?')
                Skip(rest, "?>", 2);
            else
                return ReadTag(rest);
        }

        Kind = MarkupKind.None;
        return false;
    }

    /// <summary>
    /// After a start tag: everything up to its own end tag, raw, and the reading goes on behind it. Where that is missing but another one
    /// stands in its place, up to that; else the rest of the text, and <see cref="IsCut"/> is set.
    /// </summary>
    public ReadOnlySpan<char> ReadInner()
    {
        var start = at;
        var name = Name;
        if (IsEmpty)
            return [];
        var (named, all, instead) = (1, 1, -1);
        while (Read())
        {
            if (Kind is not (MarkupKind.Start or MarkupKind.End) || IsEmpty)
                continue;
            var step = Kind == MarkupKind.Start ? 1 : -1;
            all += step;
            if (all == 0 && instead < 0)
                instead = From;
            if (!Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            named += step;
            if (named == 0)
                return text[start..From];
        }

        // Each such look goes to the end of the text, so there may be but a few.
        if (instead >= 0 && mended++ < MostMended)
        {
            at = instead;
            Read();
            return text[start..instead];
        }

        IsCut = true;
        return text[start..];
    }

    /// <summary>Goes on behind the end tag of this name, whatever lies before it; for what HTML reads as characters only (script, style).</summary>
    public void SkipTo(string name)
    {
        var end = text[at..].IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
        at = end < 0 ? text.Length : at + end;
    }

    private readonly bool IsMarkup(int place) =>
        text[place] == '<' && place + 1 < text.Length && (text[place + 1] is '!' or '?' or '/' or '_' || char.IsLetter(text[place + 1]));

    private bool ReadText()
    {
        var end = at;
        do
        {
            var next = text[(end + 1)..].IndexOf('<');
            end = next < 0 ? text.Length : end + 1 + next;
        }
        while (end < text.Length && !IsMarkup(end));

        Inside = text[at..end];
        Kind = MarkupKind.Text;
        at = end;
        return true;
    }

    private bool ReadLiteral(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf("]]>");
        IsCut |= end < 0;
        Inside = end < 0 ? rest[9..] : rest[9..end];
        Kind = MarkupKind.Literal;
        at = end < 0 ? text.Length : at + end + 3;
        return true;
    }

    private bool ReadTag(ReadOnlySpan<char> rest)
    {
        var isEnd = rest[1] == '/';
        var nameFrom = isEnd ? 2 : 1;
        var nameTo = nameFrom;
        while (nameTo < rest.Length && !char.IsWhiteSpace(rest[nameTo]) && rest[nameTo] is not ('>' or '/' or '<'))
            nameTo++;
        var end = EndOfTag(rest, nameTo);
        IsCut |= end == rest.Length;
        Name = rest[nameFrom..nameTo];
        Inside = rest[nameTo..end];
        IsEmpty = !isEnd && Inside.EndsWith("/");
        Kind = isEnd ? MarkupKind.End : MarkupKind.Start;
        at += Math.Min(end + 1, rest.Length);
        return true;
    }

    // A quotation mark counts only after "=", and only where it is closed: `<p class=a">` ends at its first ">".
    private static int EndOfTag(ReadOnlySpan<char> rest, int from)
    {
        var last = ' ';
        for (var place = from; place < rest.Length; place++)
        {
            var sign = rest[place];
            if (sign == '>')
                return place;
            if (sign is '"' or '\'' && last == '=' && rest[(place + 1)..].IndexOf(sign) is var close and >= 0)
                place += close + 1;
            if (!char.IsWhiteSpace(sign))
                last = sign;
        }

        return rest.Length;
    }

    private void Skip(ReadOnlySpan<char> rest, string end, int from)
    {
        var found = rest[from..].IndexOf(end);
        IsCut |= found < 0;
        at = found < 0 ? text.Length : at + from + found + end.Length;
    }

    // <!DOCTYPE …[ … ]>: what lies between the brackets is passed over with it.
    private void SkipDeclaration()
    {
        var depth = 0;
        while (++at < text.Length)
        {
            if (text[at] == '[')
                depth++;
            else if (text[at] == ']')
                depth--;
            else if (text[at] == '>' && depth <= 0)
                break;
        }

        at = Math.Min(at + 1, text.Length);
    }
}
