using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>Reads <c>name:value</c>.</summary>
internal sealed class FieldReader(string text, Complaint complaint)
{
    /// <summary>How many letters stand before a colon at the start; 0 where none do.</summary>
    public static int NameLength(ReadOnlySpan<char> bare)
    {
        var name = 0;
        while (name < bare.Length && char.IsLetter(bare[name]))
            name++;
        return name < bare.Length && bare[name] == ':' ? name : 0;
    }

    public QueryPart? Read(TextRange range, int name)
    {
        var value = Folding.Fold(text.Substring(range.Start + name + 1, range.Length - name - 1));
        QueryPart? part = Folding.Fold(text.Substring(range.Start, name)) switch
        {
            "lang" => ReadLanguages(range, value.Split(',')),
            "source" => ReadSources(range, value.Split(',')),
            "author" => ReadAuthor(range, value),
            "link" => ReadLink(range, text[(range.Start + name + 1)..range.End]),
            "is" => ReadFlag(range, value, ("reply", QueryPartKind.Reply), ("repost", QueryPartKind.Repost)),
            "has" => ReadFlag(range, value, ("image", QueryPartKind.Image), ("link", QueryPartKind.AnyLink)),
            _ => complaint.Note(QueryReason.UnknownField, range),
        };
        return part;
    }

    private QueryPart? ReadLanguages(TextRange range, string[] values)
    {
        var subtags = values.Select(value => Queries.Language.Primary(value).ToString()).ToList();
        return subtags.TrueForAll(subtag => subtag.Length is >= 2 and <= 8 && subtag.All(char.IsAsciiLetterLower))
            ? new(QueryPartKind.Language, range) { Values = subtags }
            : BadValue(range);
    }

    private QueryPart? ReadSources(TextRange range, string[] values) =>
        Array.TrueForAll(values, value => value.Length > 0 && !value.Contains('*'))
            ? new(QueryPartKind.Source, range) { Values = values }
            : BadValue(range);

    private QueryPart? ReadAuthor(TextRange range, string value)
    {
        var handle = value.StartsWith('@') ? value[1..] : value;
        return handle.Length > 0 && !handle.Contains('*') && !handle.Contains(',')
            ? new(QueryPartKind.Author, range) { Text = handle }
            : BadValue(range);
    }

    private QueryPart? ReadLink(TextRange range, string value)
    {
        var link = WebLink.Read(value);
        var host = value[link.Host.Start..link.Host.End];
        if (host.Length == 0 || host.Any(sign => sign is not ('.' or '-' or '_') && !char.IsLetterOrDigit(sign)) || host[0] == '.' || host[^1] == '.')
            return BadValue(range);
        return new(QueryPartKind.Link, range) { Text = Folding.Fold(host) + value[link.Path.Start..link.Path.End].TrimEnd('/') };
    }

    private QueryPart? ReadFlag(TextRange range, string value, params (string Value, QueryPartKind Kind)[] known)
    {
        var found = Array.Find(known, flag => flag.Value == value);
        return found.Value is null ? BadValue(range) : new(found.Kind, range);
    }

    private QueryPart? BadValue(TextRange range) => complaint.Note(QueryReason.BadFieldValue, range);
}
