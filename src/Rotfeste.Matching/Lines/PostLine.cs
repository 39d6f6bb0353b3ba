using System.Text.Json;

namespace Rotfeste.Matching.Lines;

/// <summary>
/// Reads posts from lines of JSON, one after the other, in room that is used again. Never throws on any line. Not safe for use by two
/// threads at once.
/// </summary>
public sealed partial class PostLine
{
    private const int DeepestNesting = 1_000;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = DeepestNesting };

    private readonly Bytes _text = new();
    private readonly Bytes _id = new();
    private readonly Strings _languages = new();
    private readonly Strings _links = new();
    private readonly Strings _tags = new();
    private readonly Strings _mentions = new();
    private readonly List<TextRange> _ranges = [];
    private readonly KnownStrings _known = new();
    private string? _author;
    private string? _source;
    private bool _hasText;
    private bool _isReply;
    private bool _isRepost;
    private bool _hasImage;

    /// <summary>The last post; valid until the next line is read.</summary>
    public Post Post => new(_text.Span)
    {
        Languages = _languages.Span,
        Links = _links.Span,
        LinkRanges = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ranges),
        Tags = _tags.Span,
        Mentions = _mentions.Span,
        Author = _author,
        Source = _source,
        IsReply = _isReply,
        IsRepost = _isRepost,
        HasImage = _hasImage,
    };

    /// <summary>The last post's id as a JSON value in UTF-8, quotes included; valid until the next line is read.</summary>
    public ReadOnlySpan<byte> Id => _id.Span;

    /// <summary>Reads one line of UTF-8, with or without its end.</summary>
    public LineKind Read(ReadOnlySpan<byte> line, PostFormat format)
    {
        if (line.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return LineKind.Other;
        Clear();
        try
        {
            var reader = new Utf8JsonReader(line, Options);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                return LineKind.Bad;
            var isPost = format == PostFormat.Posts ? ReadPost(ref reader) : ReadEvent(ref reader);
            if (reader.Read())
                return LineKind.Bad;
            return isPost ? LineKind.Post : LineKind.Other;
        }
        catch (Exception cause) when (cause is JsonException or FormatException or InvalidOperationException)
        {
            return LineKind.Bad;
        }
    }

    private void Clear()
    {
        _text.Clear();
        _id.Clear();
        _languages.Clear();
        _links.Clear();
        _tags.Clear();
        _mentions.Clear();
        _ranges.Clear();
        (_author, _source) = (null, null);
        (_hasText, _isReply, _isRepost, _hasImage) = (false, false, false, false);
    }

    private bool ReadPost(ref Utf8JsonReader reader)
    {
        while (Next(ref reader))
        {
            if (Is(ref reader, "id"u8))
                ReadId(ref reader);
            else if (Is(ref reader, "text"u8))
                ReadText(ref reader);
            else if (Is(ref reader, "author"u8))
                _author = Text(ref reader);
            else if (Is(ref reader, "lang"u8))
                ReadLanguages(ref reader);
            else if (Is(ref reader, "source"u8))
                _source = Text(ref reader);
            else if (Is(ref reader, "links"u8))
                ReadStrings(ref reader, _links);
            else if (Is(ref reader, "tags"u8))
                ReadStrings(ref reader, _tags);
            else if (Is(ref reader, "mentions"u8))
                ReadStrings(ref reader, _mentions);
            else
                ReadFlags(ref reader);
        }
        return _hasText && !_id.Span.IsEmpty ? true : throw new FormatException("A post needs an id and a text.");
    }

    private void ReadFlags(ref Utf8JsonReader reader)
    {
        if (Is(ref reader, "isReply"u8))
            _isReply = Flag(ref reader);
        else if (Is(ref reader, "isRepost"u8))
            _isRepost = Flag(ref reader);
        else if (Is(ref reader, "hasImage"u8))
            _hasImage = Flag(ref reader);
        else
            Pass(ref reader);
    }

    private void ReadId(ref Utf8JsonReader reader)
    {
        _id.Clear();
        if (reader.TokenType == JsonTokenType.String)
        {
            _id.Add("\""u8);
            _id.Add(reader.ValueSpan);
            _id.Add("\""u8);
        }
        else
        {
            _id.Add(reader.TokenType == JsonTokenType.Number ? reader.ValueSpan : throw new FormatException("An id is a text."));
        }
    }

    private void ReadText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new FormatException("A text is a string.");
        _text.Clear();
        Unescaping.Add(reader.ValueSpan, reader.ValueIsEscaped, _text);
        _hasText = true;
    }

    private void ReadLanguages(ref Utf8JsonReader reader)
    {
        _languages.Clear();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                _languages.Add(Known(ref reader));
        }
        else if (reader.TokenType != JsonTokenType.Null)
        {
            _languages.Add(Known(ref reader));
        }
    }

    private string Known(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new FormatException("A language is a text.");
        return reader.ValueIsEscaped ? Unescaping.Of(reader.ValueSpan) : _known.Of(reader.ValueSpan);
    }
}
