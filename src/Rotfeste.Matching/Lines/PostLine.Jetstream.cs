using System.Text;
using System.Text.Json;

namespace Rotfeste.Matching.Lines;

public sealed partial class PostLine
{
    private readonly Bytes _did = new();
    private readonly Bytes _key = new();
    private bool _isWritten;
    private bool _isPostRecord;

    // One pass: the record is read before it is known whose kind it is of, since fields come in any order.
    private bool ReadEvent(ref Utf8JsonReader reader)
    {
        (_isWritten, _isPostRecord) = (false, false);
        _did.Clear();
        _key.Clear();
        while (Next(ref reader))
        {
            if (Is(ref reader, "did"u8))
                Raw(ref reader, _did);
            else if (Is(ref reader, "commit"u8))
                ReadCommit(ref reader);
            else
                Pass(ref reader);
        }
        if (_did.Span.IsEmpty)
            throw new FormatException("An event needs a did.");
        if (!_isWritten || !_isPostRecord || !_hasText)
            return false;
        _id.Add("\"at://"u8);
        _id.Add(_did.Span);
        _id.Add("/app.bsky.feed.post/"u8);
        _id.Add(_key.Span);
        _id.Add("\""u8);
        _source = "bluesky";
        _author = Encoding.UTF8.GetString(_did.Span);
        return true;
    }

    private void ReadCommit(ref Utf8JsonReader reader)
    {
        if (!Enters(ref reader))
            return;
        while (Next(ref reader))
        {
            if (Is(ref reader, "operation"u8))
                _isWritten = reader.ValueTextEquals("create"u8) || reader.ValueTextEquals("update"u8);
            else if (Is(ref reader, "collection"u8))
                _isPostRecord = reader.ValueTextEquals("app.bsky.feed.post"u8);
            else if (Is(ref reader, "rkey"u8))
                Raw(ref reader, _key);
            else if (Is(ref reader, "record"u8))
                ReadRecord(ref reader);
            else
                Pass(ref reader);
        }
    }

    private void ReadRecord(ref Utf8JsonReader reader)
    {
        if (!Enters(ref reader))
            return;
        while (Next(ref reader))
        {
            if (Is(ref reader, "text"u8))
                TakeText(ref reader);
            else if (Is(ref reader, "langs"u8))
                TakeLanguages(ref reader);
            else if (Is(ref reader, "facets"u8))
                ReadFacets(ref reader);
            else if (Is(ref reader, "reply"u8))
                _isReply = Enters(ref reader) && Leave(ref reader);
            else if (Is(ref reader, "embed"u8))
                ReadEmbed(ref reader);
            else if (Is(ref reader, "tags"u8))
                AddTags(ref reader);
            else
                Pass(ref reader);
        }
    }

    // A record is its author's own: what is not as it should be there is passed over, and the rest is read.
    private void TakeText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            ReadText(ref reader);
        else
            reader.Skip();
    }

    private void TakeLanguages(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
                _languages.Add(Known(ref reader));
            else
                reader.Skip();
        }
    }

    private void AddTags(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
                _tags.Add(Text(ref reader)!);
            else
                reader.Skip();
        }
    }

    // Pictures and the page shown as a card; beside a quoted post they lie one level deeper.
    private void ReadEmbed(ref Utf8JsonReader reader)
    {
        if (!Enters(ref reader))
            return;
        while (Next(ref reader))
        {
            if (Is(ref reader, "images"u8))
            {
                _hasImage |= reader.TokenType == JsonTokenType.StartArray;
                reader.Skip();
            }
            else if (Is(ref reader, "external"u8))
                ReadCard(ref reader);
            else if (Is(ref reader, "media"u8))
                ReadEmbed(ref reader);
            else
                Pass(ref reader);
        }
    }

    private void ReadCard(ref Utf8JsonReader reader)
    {
        if (!Enters(ref reader))
            return;
        while (Next(ref reader))
        {
            if (Is(ref reader, "uri"u8) && reader.TokenType == JsonTokenType.String)
                _links.Add(Text(ref reader)!);
            else
                PassFrom(ref reader);
        }
    }

    private static bool Enters(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;
        reader.Skip();
        return false;
    }

    private static bool Leave(ref Utf8JsonReader reader)
    {
        while (Next(ref reader))
            Pass(ref reader);
        return true;
    }

    // From a name or from its value, whichever the reader stands at.
    private static void PassFrom(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
            reader.Read();
        reader.Skip();
    }

    private static void Raw(ref Utf8JsonReader reader, Bytes into)
    {
        into.Clear();
        if (reader.TokenType == JsonTokenType.String)
            into.Add(reader.ValueSpan);
        else
            reader.Skip();
    }
}
