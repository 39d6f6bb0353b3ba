using System.Buffers;
using System.Text;

namespace Rotfeste.Networks.Bluesky.Ids;

/// <summary>A decentralised identifier, "did:plc:z72i7hdynmk6r22z27h6tvur": an account's lasting name. Source: atproto.com/specs/did.</summary>
public readonly record struct Did
{
    private const int Longest = 2048;
    private static readonly SearchValues<byte> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:%-"u8);

    private readonly string? _value;

    private Did(string value) => _value = value;

    /// <summary>The text form; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Parses the text form.</summary>
    public static bool TryParse(string? text, out Did did)
    {
        did = default;
        if (text is null || text.Length > Longest || !Ascii.IsValid(text)) return false;
        Span<byte> bytes = stackalloc byte[text.Length];
        Encoding.ASCII.GetBytes(text, bytes);
        if (!IsValid(bytes)) return false;
        did = new(text);
        return true;
    }

    /// <summary>Parses the text form where the text is known to be one.</summary>
    /// <exception cref="FormatException">It is not one: a bug, for text from outside goes through <see cref="TryParse"/>.</exception>
    public static Did Parse(string text) => TryParse(text, out var did) ? did : throw new FormatException("Not a DID.");

    /// <inheritdoc/>
    public override string ToString() => Value;

    internal static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 7 or > Longest || !text.StartsWith("did:"u8)) return false;
        var method = text[4..].IndexOf((byte)':');
        return method > 0
            && !text.Slice(4, method).ContainsAnyExceptInRange((byte)'a', (byte)'z')
            && text.Length > 5 + method
            && !text[(5 + method)..].ContainsAnyExcept(Allowed)
            && text[^1] is not ((byte)':' or (byte)'%');
    }
}
