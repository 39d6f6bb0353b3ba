using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Volumes;
using Rotfeste.Matching;
using Rotfeste.Platform.Data;
using MatchPost = Rotfeste.Matching.Post;

namespace Rotfeste.Listening.Examples;

/// <summary>Plants what is said about an invented municipality, through the same ways as the stream; planting it again changes nothing.</summary>
internal sealed class PlantExample(AppDb db, Keeping keeping, MentionFinding mentions, Counting counting)
{
    /// <summary>Content ids have this shape; this one is no post's.</summary>
    private const string ContentId = "bafyreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku";

    private static readonly (string Name, SearchKind Kind, string Query)[] Kept =
    [
        ("Om oss", SearchKind.Us, "\"Fjordvik kommune\" OR Fjordvik"),
        ("Vann og avløp", SearchKind.Field, "vann* OR vatn* OR vass* OR overvann* OR kokevarsel* OR tankbil* OR kloakk* OR ledning* OR Storgata"),
        ("Skole og barnehage", SearchKind.Field, "skole* OR skule* OR barnehage* OR SFO OR kulturskole*"),
        ("Vinterdrift", SearchKind.Field, "brøyt* OR strø OR strødd OR snø* OR vinterdrift* OR isen OR is"),
    ];

    /// <summary>For the chosen organisation. All times are before <paramref name="now"/>.</summary>
    public async Task RunAsync(Instant now, DateTimeZone zone, CancellationToken cancellation)
    {
        var organisation = db.Current.Value ?? throw new InvalidOperationException("An example belongs to an organisation.");
        if (await db.Set<Search>().AnyAsync(cancellation))
            return;

        var searches = Kept.Select(k => new Search
        {
            Id = SearchId.New(),
            Organisation = organisation,
            Name = k.Name,
            Kind = k.Kind,
            Query = k.Query,
            CreatedAt = now - ExamplePlan.Weeks - Duration.FromDays(30),
        }).ToList();
        db.AddRange(searches);
        var index = MatchIndex<SearchId>.Build(searches.Select(s => KeyValuePair.Create(s.Id, Read(s.Query))));
        var hits = new Hits();
        foreach (var saying in ExamplePlan.Of(now, zone))
        {
            if (index.Match(new MatchPost(saying.Text.AsSpan()), hits) == 0)
                continue;
            var found = hits.Ordinals.ToArray().Select(index.IdOf).ToList();
            var post = await keeping.KeepAsync(organisation, ToPost(saying), isOurs: false, cancellation);
            await mentions.FindAsync(post, found, cancellation);
        }

        await counting.WriteAsync(cancellation);
    }

    private static Query Read(string text) =>
        Query.TryParse(text, out var query, out _) ? query : throw new FormatException($"The example's search is refused: {text}");

    private static NetworkPost ToPost(ExampleSaying saying)
    {
        var (name, handle) = ExampleWords.People[saying.Person];
        var account = $"did:web:{handle}.example";
        var key = $"e{saying.At.ToUnixTimeTicks() / 10}";
        return new(
            "bluesky", $"at://{account}/app.bsky.feed.post/{key}", ContentId, null, new NetworkAuthor(account, $"{handle}.example", name),
            saying.Text, false, [Language(saying.Text)], saying.At, null, null, null, [], [], [], (int)(saying.At.ToUnixTimeSeconds() % 7));
    }

    // Words that only one of the two written languages has.
    private static string Language(string text)
    {
        string[] nynorsk = ["eg", "ikkje", "kva", "nokon", "vatn", "vatnet", "meir", "dei", "kor", "frå", "heim", "skulen", "òg", "kvar"];
        return text.ToLowerInvariant().Split([' ', '.', ',', '?', ':', '!'], StringSplitOptions.RemoveEmptyEntries).Any(nynorsk.Contains) ? "nn" : "nb";
    }
}
