using System.Text;

namespace Rotfeste.Tests.Networks.Jetstream;

/// <summary>Frames of a stream, made for tests.</summary>
internal static class Frames
{
    public const long Noon = 1_795_348_800_000_000;

    public static string Post(string text, long time = Noon, string more = "", string key = "3kabc") =>
        $$$"""{"did":"did:plc:ola","time_us":{{{time}}},"kind":"commit","commit":{"rev":"3k","operation":"create","collection":"app.bsky.feed.post","rkey":"{{{key}}}","record":{"$type":"app.bsky.feed.post","text":"{{{text}}}"{{{more}}}},"cid":"bafyreiaabb"}}""";

    public static string Account(string detail) =>
        $$"""{"did":"did:plc:ola","time_us":{{Noon}},"kind":"account","account":{{detail}}}""";

    public static byte[] Bytes(string frame) => Encoding.UTF8.GetBytes(frame);
}
