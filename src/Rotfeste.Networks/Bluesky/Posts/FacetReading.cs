using System.Text;
using System.Text.Json;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Json;
using Rotfeste.Networks.Text;

namespace Rotfeste.Networks.Bluesky.Posts;

/// <summary>Reads the facets of a post's record.</summary>
internal static class FacetReading
{
    private const int Most = 200;

    /// <summary>Sorted, within the text, on character boundaries, not overlapping; everything else is dropped.</summary>
    internal static IReadOnlyList<Facet> ReadAll(JsonElement record, string text)
    {
        var found = record.Items("facets").Take(Most).Select(Read).OfType<Facet>().OrderBy(f => f.ByteStart).ToList();
        if (found.Count == 0) return [];
        var bytes = Encoding.UTF8.GetBytes(text);
        var kept = new List<Facet>(found.Count);
        var free = 0;
        foreach (var facet in found)
        {
            if (!TextPieces.IsWithin(bytes, free, facet)) continue;
            kept.Add(facet);
            free = facet.ByteEnd;
        }

        return kept;
    }

    private static Facet? Read(JsonElement json)
    {
        var index = json.At("index");
        if (index.At("byteStart").ValueKind != JsonValueKind.Number || index.At("byteEnd").ValueKind != JsonValueKind.Number) return null;
        foreach (var feature in json.Items("features"))
            if (ReadFeature(feature) is var (kind, target)) return new Facet(kind, index.Whole("byteStart"), index.Whole("byteEnd"), target);
        return null;
    }

    private static (FacetKind Kind, string Target)? ReadFeature(JsonElement feature) => feature.Text("$type") switch
    {
        "app.bsky.richtext.facet#link" when feature.Web("uri") is { } uri => (FacetKind.Link, uri.OriginalString),
        "app.bsky.richtext.facet#mention" when Did.TryParse(feature.Text("did"), out var did) => (FacetKind.Mention, did.Value),
        "app.bsky.richtext.facet#tag" when feature.Text("tag") is { Length: > 0 and <= 640 } tag => (FacetKind.Tag, tag),
        _ => null,
    };
}
