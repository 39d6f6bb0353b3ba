using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Encodings.Web;

namespace Rotfeste.Bench.Match;

/// <summary>A text as an event of the stream, with what usually stands around it.</summary>
internal static class JetstreamEvents
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(string text, int number)
    {
        var record = new JsonObject { ["$type"] = "app.bsky.feed.post", ["createdAt"] = "2026-11-25T08:15:30.123Z", ["langs"] = new JsonArray("nb") };
        // Half of all posts answer somebody.
        if (number % 2 == 0)
        {
            JsonObject Reference(int of) => new()
            {
                ["cid"] = "bafyreidc6sydkkbchcyg62v77wbhzvb2mvytlmsychqgwf2xojjtirmzj4",
                ["uri"] = $"at://did:plc:wa7b35aakoll7hugkrjtf3xf/app.bsky.feed.post/3l3p{of:d9}",
            };
            record["reply"] = new JsonObject { ["parent"] = Reference(number), ["root"] = Reference(number / 2) };
        }

        record["text"] = text;
        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["did"] = "did:plc:eygmaihciaxprqvxpfvl6flk",
                ["time_us"] = 1_795_594_530_000_000 + number,
                ["kind"] = "commit",
                ["commit"] = new JsonObject
                {
                    ["rev"] = "3l3qo2vutsw2b", ["operation"] = "create", ["collection"] = "app.bsky.feed.post", ["rkey"] = $"3l3q{number:d9}",
                    ["record"] = record, ["cid"] = "bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi",
                },
            },
            Plain);
    }
}
