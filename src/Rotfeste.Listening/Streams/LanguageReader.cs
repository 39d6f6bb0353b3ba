using System.Text;
using System.Text.Json;

namespace Rotfeste.Listening.Streams;

/// <summary>Reads a post's language tags out of its record without reading the rest; the same tag is the same string each time.</summary>
internal sealed class LanguageReader
{
    private const int Most = 3;
    private const int LongestTag = 16;
    private const int MostKnown = 500;
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly string[] found = new string[Most];
    private int count;

    /// <summary>What the last record had.</summary>
    public ReadOnlySpan<string> Last => found.AsSpan(0, count);

    public ReadOnlySpan<string> Read(ReadOnlySpan<byte> record)
    {
        count = 0;
        var reader = new Utf8JsonReader(record, new JsonReaderOptions { MaxDepth = 1_000 });
        if (!reader.Read())
            return [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isLanguages = reader.ValueTextEquals("langs"u8);
            reader.Read();
            if (isLanguages && reader.TokenType == JsonTokenType.StartArray)
            {
                ReadTags(ref reader);
                return Last;
            }

            reader.Skip();
        }

        return [];
    }

    private void ReadTags(ref Utf8JsonReader reader)
    {
        while (count < Most && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && reader.ValueSpan.Length <= LongestTag)
                found[count++] = Known(reader.ValueSpan);
            else
                reader.Skip();
        }
    }

    private string Known(ReadOnlySpan<byte> tag)
    {
        Span<char> letters = stackalloc char[LongestTag];
        letters = letters[..Encoding.UTF8.GetChars(tag, letters)];
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(letters, out var same))
            return same;
        var made = letters.ToString();
        if (known.Count < MostKnown)
            known.Add(made, made);
        return made;
    }
}
