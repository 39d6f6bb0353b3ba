using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Ledger;

/// <summary>JSON with one form only: keys in ordinal order, no white space, nothing escaped that need not be.</summary>
public static class CanonicalJson
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The canonical text of a value.</summary>
    public static string Of(object value) =>
        Sorted(JsonSerializer.SerializeToNode(value, StoredJson.Options))?.ToJsonString(Plain) ?? "null";

    /// <summary>The canonical text of a JSON text; it equals its input when that was canonical.</summary>
    /// <exception cref="JsonException">Not JSON, or JSON that two readers may understand differently: a key twice, half a character.</exception>
    public static string Again(string json)
    {
        try
        {
            return Sorted(JsonNode.Parse(json, documentOptions: Strict))?.ToJsonString(Plain) ?? "null";
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException("Half a surrogate pair.", half);
        }
    }

    /// <summary>Whether a text is JSON in its canonical form.</summary>
    public static bool Is(string json)
    {
        try
        {
            return Again(json) == json;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject all => new JsonObject(all.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray all => new JsonArray([.. all.Select(Sorted)]),
        null => null,
        _ => node.DeepClone(),
    };
}
