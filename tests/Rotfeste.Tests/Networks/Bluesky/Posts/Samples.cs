namespace Rotfeste.Tests.Networks.Bluesky.Posts;

/// <summary>Answers of the app view, shaped as its lexicons say.</summary>
internal static class Samples
{
    public static string Uri(string key) => $"at://did:plc:ola/app.bsky.feed.post/{key}";

    public static string Post(string key, string more = "", string record = "\"text\":\"Hei\"") =>
        $$"""
        {"$type":"app.bsky.feed.defs#postView","uri":"{{Uri(key)}}","cid":"bafyrei{{key}}",
         "author":{"did":"did:plc:ola","handle":"ola.test","displayName":"Ola","avatar":"https://cdn.example/ola.jpg"},
         "record":{"$type":"app.bsky.feed.post","createdAt":"2026-11-22T12:00:00.000Z",{{record}}},
         "indexedAt":"2026-11-22T12:00:01.000Z","likeCount":2,"replyCount":1,"repostCount":4,"quoteCount":3{{more}}}
        """;

    public static string Node(string post, string more = "") => $$"""{"$type":"app.bsky.feed.defs#threadViewPost","post":{{post}}{{more}}}""";

    public static string NotFound(string key) => $$"""{"$type":"app.bsky.feed.defs#notFoundPost","uri":"{{Uri(key)}}","notFound":true}""";

    public static string Blocked(string key) => $$$"""{"$type":"app.bsky.feed.defs#blockedPost","uri":"{{{Uri(key)}}}","blocked":true,"author":{"did":"did:plc:sur"}}""";
}
