using System.Text.Json;

namespace Rotfeste.Networks.Json;

/// <summary>Where a JSON value stands in its frame, quotes included; empty when it was not there.</summary>
internal readonly record struct JsonSlice(int Start, int Length)
{
    public bool IsEmpty => Length == 0;

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> frame) => frame.Slice(Start, Length);

    /// <summary>The bytes between the quotes, escapes untouched.</summary>
    public ReadOnlySpan<byte> Inner(ReadOnlySpan<byte> frame) => Length < 2 ? [] : frame.Slice(Start + 1, Length - 2);

    /// <summary>The decoded string; empty when the value was not there.</summary>
    public string Decode(ReadOnlySpan<byte> frame)
    {
        if (IsEmpty) return "";
        var reader = new Utf8JsonReader(In(frame));
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>The string at the reader, or empty when it stands at something else. Steps over what it does not want.</summary>
    public static JsonSlice Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String) return Current(ref reader);
        reader.Skip();
        return default;
    }

    /// <summary>The object at the reader, or empty when it stands at something else.</summary>
    public static JsonSlice Object(ref Utf8JsonReader reader)
    {
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return isObject ? new(start, (int)reader.BytesConsumed - start) : default;
    }

    private static JsonSlice Current(ref Utf8JsonReader reader) =>
        new((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex));
}
