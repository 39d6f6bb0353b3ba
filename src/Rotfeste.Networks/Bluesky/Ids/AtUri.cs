using System.Diagnostics.CodeAnalysis;

namespace Rotfeste.Networks.Bluesky.Ids;

/// <summary>The address of one record: "at://did:plc:…/app.bsky.feed.post/3kabc…". Source: atproto.com/specs/at-uri-scheme.</summary>
public sealed record AtUri
{
    /// <summary>The collection of posts.</summary>
    public const string PostCollection = "app.bsky.feed.post";

    private const string Scheme = "at://";

    private AtUri(Did repo, string collection, string key) => (Repo, Collection, Key) = (repo, collection, key);

    /// <summary>The account whose record it is.</summary>
    public Did Repo { get; }

    /// <summary>The record's collection, a reversed domain name.</summary>
    public string Collection { get; }

    /// <summary>The record key within the collection.</summary>
    public string Key { get; }

    /// <summary>Puts the parts together.</summary>
    /// <exception cref="FormatException">A part is not valid: a bug, for text from outside goes through <see cref="TryParse"/>.</exception>
    public static AtUri Of(Did repo, string collection, string key) =>
        IsCollection(collection) && IsKey(key) && repo != default
            ? new(repo, collection, key)
            : throw new FormatException("Not the parts of a record's address.");

    /// <summary>Parses the text form. Only whole record addresses with a DID pass, not those with a handle.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out AtUri? uri)
    {
        uri = null;
        if (text is not { Length: <= 8_192 } || !text.StartsWith(Scheme, StringComparison.Ordinal)) return false;
        var parts = text[Scheme.Length..].Split('/');
        if (parts.Length != 3 || !Did.TryParse(parts[0], out var repo) || !IsCollection(parts[1]) || !IsKey(parts[2])) return false;
        uri = new(repo, parts[1], parts[2]);
        return true;
    }

    /// <summary>The text form.</summary>
    public override string ToString() => $"{Scheme}{Repo.Value}/{Collection}/{Key}";

    internal static bool IsKey(ReadOnlySpan<char> key)
    {
        if (key.Length is 0 or > 512 || key is "." or "..") return false;
        foreach (var c in key)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or ':' or '~' or '-')) return false;
        return true;
    }

    internal static bool IsCollection(ReadOnlySpan<char> collection)
    {
        if (collection.Length > 317 || collection.Count('.') < 2) return false;
        foreach (var range in collection.Split('.'))
            if (range.End.GetOffset(collection.Length) == range.Start.GetOffset(collection.Length)) return false;
        foreach (var c in collection)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-')) return false;
        return true;
    }
}
