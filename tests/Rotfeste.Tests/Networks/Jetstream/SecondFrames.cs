using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rotfeste.Tests.Networks.Jetstream;

/// <summary>Our own writer of Jetstream's second wire: frames of the first one, put as its published lexicon has them.</summary>
internal static class SecondFrames
{
    public const string Path = "/xrpc/network.bsky.jetstream.subscribeEvents";
    private const string Prefix = "network.bsky.jetstream.subscribeEvents#";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string first, long seq = 1)
    {
        var told = JsonNode.Parse(first)!.AsObject();
        var kind = (string)told["kind"]!;
        var at = DateTimeOffset.UnixEpoch.AddMicroseconds((long)told["time_us"]!).ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
        var payload = new JsonObject { ["seq"] = seq, ["did"] = told["did"]!.DeepClone(), ["time"] = "2020-01-01T00:00:00.000000Z", ["witnessedAt"] = at };
        if (kind == "commit")
        {
            foreach (var (name, value) in told["commit"]!.AsObject())
                payload[name] = value?.DeepClone();
        }
        else
        {
            payload[kind] = told[kind]?.DeepClone();
        }

        // The type comes last here and first at the network: fields have no order.
        payload["$type"] = Prefix + kind;
        return new JsonObject { ["payload"] = payload, ["$type"] = "message" }.ToJsonString(Plain);
    }

    public static string Info(string name) => $$"""{"$type":"message","payload":{"$type":"{{Prefix}}info","name":"{{name}}","message":"resumed from seq 10"} }""";

    public static string Error(string name) => $$"""{"$type":"error","error":"{{name}}","message":"over and out"}""";
}
