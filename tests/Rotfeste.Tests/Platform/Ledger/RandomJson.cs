using System.Text.Json.Nodes;

namespace Rotfeste.Tests.Platform.Ledger;

/// <summary>JSON of any shape, the same each time from the same seed.</summary>
internal sealed class RandomJson(int seed)
{
    private static readonly string[] Pieces =
        ["a", "Z", "å", "É", "e\u0301", "\"", "\\", "/", "<script>", "&", "\u0000", "\u001f", "\u2028", "👩‍🚒", "日本", "עברית", " ", "\n", "at", "kind"];

    private readonly Random random = new(seed);

    public JsonNode? Value(int depth = 4) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.NextInt64()),
        3 => JsonValue.Create(random.NextDouble() * Math.Pow(10, random.Next(-20, 20))),
        4 or 5 => JsonValue.Create(Text()),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth - 1))]),
        _ => Object(depth),
    };

    public JsonObject Object(int depth = 4)
    {
        var made = new JsonObject();
        for (var i = random.Next(5); i > 0; i--)
            made[Text()] = Value(depth - 1);
        return made;
    }

    /// <summary>The same value with the keys of every object in another order.</summary>
    public JsonNode? Shuffled(JsonNode? node) => node switch
    {
        JsonObject all => new JsonObject(all.OrderBy(_ => random.Next()).ToList().Select(p => KeyValuePair.Create(p.Key, Shuffled(p.Value)))),
        JsonArray all => new JsonArray([.. all.Select(Shuffled)]),
        null => null,
        _ => node.DeepClone(),
    };

    public int Next(int below) => random.Next(below);

    public string Text() => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    /// <summary>The text with one character changed.</summary>
    public string Changed(string text)
    {
        var at = random.Next(text.Length);
        var other = (char)(text[at] ^ (1 + random.Next(0x7E)));
        return $"{text[..at]}{other}{text[(at + 1)..]}";
    }
}
