namespace Rotfeste.Networks.Feeds.Markup;

/// <summary>Addresses as feeds write them.</summary>
internal static class WebAddress
{
    private const int Longest = 2_000;

    /// <summary>An absolute http or https address.</summary>
    public static bool Is(string? text) =>
        text is { Length: <= Longest } && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    /// <summary>Absolute where there is something to resolve it against; what cannot be resolved stays as it is.</summary>
    public static string Resolve(string text, Uri? against) =>
        against is not null && text.Length is > 0 and <= Longest && !HasScheme(text) && Uri.TryCreate(against, text, out var whole)
            ? whole.AbsoluteUri
            : text;

    /// <summary>A base within a base.</summary>
    public static Uri? Base(string? given, Uri? outer)
    {
        if (given is not { Length: > 0 and <= Longest })
            return outer;
        if (Uri.TryCreate(given, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https")
            return whole;
        return outer is not null && Uri.TryCreate(outer, given, out var inner) ? inner : outer;
    }

    private static bool HasScheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text.AsSpan(0, colon).IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.") < 0;
    }
}
