using System.Globalization;
using System.Text.Json;

namespace Rotfeste.Networks.Json;

/// <summary>Reads mended JSON without trust: whatever is missing or of another kind is null, zero or empty, never an exception.</summary>
internal static class JsonReading
{
    // Far above any true field; keeps a hostile record from filling memory further down.
    private const int LongestText = 200_000;

    public static JsonElement At(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : default;

    public static bool IsObject(this JsonElement element) => element.ValueKind == JsonValueKind.Object;

    public static string? AsText(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String) return null;
        var text = element.GetString()!;
        if (text.Length <= LongestText) return text;
        return text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    public static string? Text(this JsonElement element, string name) => element.At(name).AsText();

    public static int Whole(this JsonElement element, string name)
    {
        var found = element.At(name);
        return found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var number) ? number : 0;
    }

    public static bool? Flag(this JsonElement element, string name) => element.At(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static DateTimeOffset? Time(this JsonElement element, string name) => ParseTime(element.Text(name));

    public static Uri? Web(this JsonElement element, string name) => ParseWeb(element.Text(name));

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name)
    {
        var found = element.At(name);
        return found.ValueKind == JsonValueKind.Array ? found.EnumerateArray() : [];
    }

    public static DateTimeOffset? ParseTime(string? text) =>
        text is { Length: >= 10 and <= 64 }
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    // Only addresses that a browser may follow: "javascript:" and the like are dropped here, once.
    public static Uri? ParseWeb(string? text) =>
        text is { Length: <= 8_192 }
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri
            : null;
}
