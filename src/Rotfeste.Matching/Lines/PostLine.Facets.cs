using System.Text.Json;

namespace Rotfeste.Matching.Lines;

public sealed partial class PostLine
{
    // What a facet says: which bytes, and that they are a link or a tag. Mentions name an account by its DID, which no handle is.
    private void ReadFacets(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            ReadFacet(ref reader);
        if (_ranges.Count > 1)
            _ranges.Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }

    private void ReadFacet(ref Utf8JsonReader reader)
    {
        if (!Enters(ref reader))
            return;
        var range = new TextRange(0, 0);
        var links = _links.Span.Length;
        while (Next(ref reader))
        {
            if (Is(ref reader, "index"u8))
                range = ReadIndex(ref reader);
            else if (Is(ref reader, "features"u8) && reader.TokenType == JsonTokenType.StartArray)
                ReadFeatures(ref reader);
            else
                PassFrom(ref reader);
        }
        if (_links.Span.Length > links && range.Length > 0)
            _ranges.Add(range);
    }

    private static TextRange ReadIndex(ref Utf8JsonReader reader)
    {
        int start = 0, end = 0;
        if (!Enters(ref reader))
            return default;
        while (Next(ref reader))
        {
            if (Is(ref reader, "byteStart"u8))
                start = Whole(ref reader);
            else if (Is(ref reader, "byteEnd"u8))
                end = Whole(ref reader);
            else
                Pass(ref reader);
        }
        return end > start ? new(start, end - start) : default;
    }

    private void ReadFeatures(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!Enters(ref reader))
                continue;
            while (Next(ref reader))
            {
                if (Is(ref reader, "uri"u8) && reader.TokenType == JsonTokenType.String)
                    _links.Add(Text(ref reader)!);
                else if (reader.TokenType == JsonTokenType.PropertyName && Is(ref reader, "tag"u8) && reader.TokenType == JsonTokenType.String)
                    _tags.Add(Text(ref reader)!);
                else
                    PassFrom(ref reader);
            }
        }
    }

    private static int Whole(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
            return Math.Max(0, number);
        reader.Skip();
        return 0;
    }
}
