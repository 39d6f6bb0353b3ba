using System.Text;
using System.Text.Json;

namespace Rotfeste.Bench.Ingest;

/// <summary>Makes the frames: from one seed always the same.</summary>
internal sealed class FrameMaking(Random random, Listened listened)
{
    private const string Cid = "bafyreihbenchbenchbenchbenchbenchbenchbenchbenchbenchbenc2";

    public Frame Plain() => Post(Text(null), null, random.NextDouble() < 0.45 ? Reply($"did:plc:{Somebody()}") : "");

    /// <summary>A post that one search finds; all are found in turn.</summary>
    public Frame Hit(int number) => Post(Text(listened.Names[number % listened.Names.Count]), null, "");

    /// <summary>A post to an organisation's account, in turn: by name, as an answer, as a quotation.</summary>
    public Frame Addressed(int number)
    {
        var account = listened.Accounts[number % listened.Accounts.Count];
        return random.Next(3) switch
        {
            // A handle's words are words of the text: this one is no search's name, so that the post is for us and no mention.
            0 => Post($"@kvistvik.example.org {Text(null)}", Mention(account), ""),
            1 => Post(Text(null), null, Reply(account)),
            _ => Post(Text(null), null, $$$$""","embed":{"$type":"app.bsky.embed.record","record":{{{{Reference(account)}}}}}"""),
        };
    }

    public static Frame Deletion() => new(
        $$$$"""{"did":"did:plc:{{{{Frame.Author}}}}","time_us":{{{{Frame.Micros}}}},"kind":"commit","commit":{"rev":"3l3qo2vutsw2b","operation":"delete","collection":"app.bsky.feed.post","rkey":"{{{{Frame.Key}}}}"}}""");

    public static Frame Renaming() => new(
        $$$$"""{"did":"did:plc:{{{{Frame.Author}}}}","time_us":{{{{Frame.Micros}}}},"kind":"identity","identity":{"did":"did:plc:{{{{Frame.Author}}}}","handle":"somebody.example.org","seq":1409752997,"time":"2026-11-22T10:00:00.000Z"}}""");

    public static Frame Account() => new(
        $$$$"""{"did":"did:plc:{{{{Frame.Author}}}}","time_us":{{{{Frame.Micros}}}},"kind":"account","account":{"active":true,"did":"did:plc:{{{{Frame.Author}}}}","seq":1409753013,"time":"2026-11-22T10:00:00.000Z"}}""");

    private Frame Post(string text, string? facets, string rest)
    {
        var language = Words.Languages[random.Next(Words.Languages.Count)].Language;
        var quoted = JsonSerializer.Serialize(text, Wire.Options);
        var picture = rest.Length == 0 && facets is null ? Picture() : "";
        return new Frame(
            $$$$"""{"did":"did:plc:{{{{Frame.Author}}}}","time_us":{{{{Frame.Micros}}}},"kind":"commit","commit":{"rev":"3l3qo2vutsw2b","operation":"create","collection":"app.bsky.feed.post","rkey":"{{{{Frame.Key}}}}","record":{"$type":"app.bsky.feed.post","createdAt":"{{{{Frame.Created}}}}"{{{{rest}}}}{{{{picture}}}}{{{{facets}}}},"langs":["{{{{language}}}}"],"text":{{{{quoted}}}}},"cid":"{{{{Cid}}}}"}}""");
    }

    private string Text(string? name)
    {
        var pool = Words.Languages[random.Next(Words.Languages.Count)].Pool;
        var text = new StringBuilder();
        var length = 40 + random.Next(240);
        while (text.Length < length)
            text.Append(pool[random.Next(pool.Length)]).Append(random.Next(9) == 0 ? ". " : " ");
        return name is null ? text.ToString().TrimEnd() : text.Append(name).ToString();
    }

    private static string Mention(string account) =>
        $$$$""","facets":[{"$type":"app.bsky.richtext.facet","features":[{"$type":"app.bsky.richtext.facet#mention","did":"{{{{account}}}}"}],"index":{"byteEnd":21,"byteStart":0}}]""";

    private string Reply(string account) => $$$$""","reply":{"parent":{{{{Reference(account)}}}},"root":{{{{Reference(account)}}}}}""";

    private string Reference(string account) => $$$$"""{"cid":"{{{{Cid}}}}","uri":"at://{{{{account}}}}/app.bsky.feed.post/{{{{Somebody()[..13]}}}}"}""";

    private string Picture() => random.NextDouble() < 0.5
        ? $$$$""","embed":{"$type":"app.bsky.embed.images","images":[{"alt":"Et bilde av fjorden en morgen i november","aspectRatio":{"height":1500,"width":2000},"image":{"$type":"blob","ref":{"$link":"{{{{Cid}}}}"},"mimeType":"image/jpeg","size":812345}}]}"""
        : "";

    private string Somebody() => string.Create(24, random, (letters, dice) =>
    {
        foreach (ref var letter in letters)
            letter = "234567abcdefghijklmnopqrstuvwxyz"[dice.Next(32)];
    });
}

/// <summary>How the stream writes text: letters as they are.</summary>
internal static class Wire
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
