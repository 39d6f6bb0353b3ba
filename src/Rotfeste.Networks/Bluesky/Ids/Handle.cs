using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rotfeste.Networks.Bluesky.Ids;

/// <summary>An account's readable name, a domain name in lower case: "fjordvik.no". It can change; keep the <see cref="Did"/>. Source: atproto.com/specs/handle.</summary>
public readonly record struct Handle
{
    private const int Longest = 253;
    private const int LongestLabel = 63;
    private readonly string? _value;

    private Handle(string value) => _value = value;

    /// <summary>What the network shows for an account whose handle does not lead back to it.</summary>
    public static Handle Invalid { get; } = new("handle.invalid");

    /// <summary>The text form without "@"; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Parses the exact form; upper case is lowered.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Handle handle)
    {
        handle = default;
        if (text is null || !IsValid(text)) return false;
        handle = new(text.ToLowerInvariant());
        return true;
    }

    /// <summary>Parses what a person typed or pasted: spaces around, a leading "@" and invisible direction marks are dropped.</summary>
    public static bool TryParseTyped([NotNullWhen(true)] string? text, out Handle handle)
    {
        handle = default;
        if (text is not { Length: <= 1_000 }) return false;
        var visible = new string([.. text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)]);
        return TryParse(visible.TrimStart('@'), out handle);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    internal static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length is < 3 or > Longest) return false;
        var labels = 0;
        var first = '\0';
        foreach (var range in text.Split('.'))
        {
            var label = text[range];
            if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[^1] == '-') return false;
            foreach (var c in label)
                if (!char.IsAsciiLetterOrDigit(c) && c != '-') return false;
            first = label[0];
            labels++;
        }

        return labels >= 2 && char.IsAsciiLetter(first);
    }
}
