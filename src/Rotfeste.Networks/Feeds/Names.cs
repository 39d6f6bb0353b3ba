using Rotfeste.Networks.Feeds.Markup;

namespace Rotfeste.Networks.Feeds;

/// <summary>
/// What the names of a feed mean: prefixes are read as they are declared, and by custom where they are not. The vocabulary that the
/// document itself is written in stands without prefix.
/// </summary>
internal sealed class Names(string own)
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["http://www.w3.org/2005/Atom"] = "atom",
        ["http://purl.org/atom/ns#"] = "atom",
        ["http://purl.org/dc/elements/1.0/"] = "dc",
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://purl.org/dc/terms/"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content/"] = "content",
        ["http://purl.org/rss/1.0/modules/syndication/"] = "sy",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://search.yahoo.com/mrss/"] = "media",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://purl.org/rss/1.0/"] = "rss",
        ["http://my.netscape.com/rdf/simple/0.9/"] = "rss",
    };

    private readonly Dictionary<string, string> declared = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Lower-case name of a start tag, with the customary prefix unless it is the document's own.</summary>
    public string Of(ReadOnlySpan<char> name, ReadOnlySpan<char> attributes)
    {
        Declare(attributes);
        var colon = name.IndexOf(':');
        var local = name[(colon + 1)..].ToString().ToLowerInvariant();
        if (colon < 0)
            return Attributes.Of(attributes, "xmlns") is { } here && Known.TryGetValue(here, out var family) && family != own ? $"{family}:{local}" : local;

        var prefix = name[..colon].ToString().ToLowerInvariant();
        var meant = declared.GetValueOrDefault(prefix, prefix);
        return meant == own || meant is "rss" or "" ? local : $"{meant}:{local}";
    }

    private void Declare(ReadOnlySpan<char> inside)
    {
        if (!inside.Contains("xmlns:", StringComparison.OrdinalIgnoreCase))
            return;
        foreach (var attribute in Attributes.In(inside))
        {
            var name = inside[attribute.Name];
            if (name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase) && declared.Count < 50)
                declared[name[6..].ToString().ToLowerInvariant()] = Known.GetValueOrDefault(inside[attribute.Value].Trim().ToString(), name[6..].ToString().ToLowerInvariant());
        }
    }
}
