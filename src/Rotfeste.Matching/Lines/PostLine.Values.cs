using System.Text;
using System.Text.Json;

namespace Rotfeste.Matching.Lines;

public sealed partial class PostLine
{
    private static bool Next(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    // True when the property at the reader has this name; the reader then stands at its value.
    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    private static void Pass(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.ValueIsEscaped ? Unescaping.Of(reader.ValueSpan) : Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.Null => null,
        _ => throw new FormatException("A text is wanted."),
    };

    private static bool Flag(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        _ => throw new FormatException("True or false is wanted."),
    };

    private static void ReadStrings(ref Utf8JsonReader reader, Strings into)
    {
        into.Clear();
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new FormatException("A list is wanted.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            into.Add(Text(ref reader) ?? throw new FormatException("A list of texts is wanted."));
    }

    /// <summary>Bytes that grow and are used again.</summary>
    internal sealed class Bytes
    {
        private byte[] _bytes = new byte[1024];
        private int _length;

        public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _length);

        public void Clear() => _length = 0;

        public void Add(ReadOnlySpan<byte> more)
        {
            if (_bytes.Length - _length < more.Length)
                Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more.Length));
            more.CopyTo(_bytes.AsSpan(_length));
            _length += more.Length;
        }
    }

    private sealed class Strings
    {
        private string[] _strings = new string[4];
        private int _count;

        public ReadOnlySpan<string> Span => _strings.AsSpan(0, _count);

        public void Clear() => _count = 0;

        public void Add(string text)
        {
            if (_count == _strings.Length)
                Array.Resize(ref _strings, _count * 2);
            _strings[_count++] = text;
        }
    }

    /// <summary>The same short text is the same string each time.</summary>
    private sealed class KnownStrings
    {
        private const int Most = 1_000;
        private const int Longest = 16;

        private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

        public KnownStrings() => _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();

        public string Of(ReadOnlySpan<byte> utf8)
        {
            if (utf8.Length > Longest)
                return Encoding.UTF8.GetString(utf8);
            Span<char> units = stackalloc char[Longest];
            units = units[..Encoding.UTF8.GetChars(utf8, units)];
            if (_lookup.TryGetValue(units, out var same))
                return same;
            var made = units.ToString();
            if (_known.Count < Most)
                _known.Add(made, made);
            return made;
        }
    }
}
