using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Orders;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Faults;

public sealed class ConversationFaultTests
{
    private const int LightPage = 200_000;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_is_deleted_there_while_one_writes_is_not_answered_and_the_text_stays(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var post = await world.WriteToUsAsync("Kan noen ringe meg om gebyret?");
        var id = await world.ConversationOfAsync(post);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var open = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        await world.EraseAsync(post);

        // Pressed before the page knew: nothing goes out, and nothing that was typed is lost.
        var refused = await kari.SendAsync(open, $"{world.Path}/conversations/{id}/answers", ("text", "Ja, vi ringer i dag."));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Html.ShouldContain("Ja, vi ringer i dag.");
        refused.Text.ShouldNotContain("Kan noen ringe meg");
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().CountAsync())).ShouldBe(0);
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.Gone));
        (await kari.OpenAsync($"{world.Path}/inbox/{id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_thread_of_five_thousand_posts_has_a_light_page_with_the_newest_and_what_waits()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var start = Now - Duration.FromHours(10);
        var first = await world.WriteToUsAsync("Hvem bestemte at brua skulle stenges?", at: start);
        var id = await world.ConversationOfAsync(first);
        var root = await world.UriOfAsync(first);
        await KeepAsync(world, Enumerable.Range(1, 4_999).Select(i => Post(i, $"Innlegg {i} i en lang og livlig krangel om brua.", start + Duration.FromSeconds(i), root)));
        var kari = await world.SignInAsync(DialogueWorld.Kari);

        var page = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        page.Html.Length.ShouldBeLessThan(LightPage);
        var shown = page.Document.QuerySelectorAll(".rf-thread article").Select(a => a.TextContent).ToList();
        shown[0].ShouldContain("Hvem bestemte at brua skulle stenges?", customMessage: "it waits for an answer since the beginning");
        shown[^1].ShouldContain("Innlegg 4999 ");
        page.Document.QuerySelector("h1 bdi")!.TextContent.ShouldBe("ingrid");
        page.Document.QuerySelector("#composer").ShouldNotBeNull();

        // A link leads further back, without gap or repeat, until the first of all.
        var earlier = await kari.OpenAsync($"{world.Path}{EarlierOf(page, world)}");
        var before = earlier.Document.QuerySelectorAll(".rf-thread article").Select(a => a.Id!).ToHashSet();
        before.Intersect(page.Document.QuerySelectorAll(".rf-thread article").Select(a => a.Id!)).ShouldBeEmpty();
        earlier.Text.ShouldContain($"Innlegg {4_999 - (shown.Count - 1)} ");
        var last = await kari.OpenAsync($"{world.Path}/inbox/{id}?back=4980");
        last.Document.QuerySelectorAll(".rf-thread article").Length.ShouldBe(20);
        last.Document.QuerySelector($".rf-thread a[href='{world.Path}/inbox/{id}']").ShouldNotBeNull("back to the newest");
        (await kari.OpenAsync($"{world.Path}/inbox/{id}/thread?back=60")).Html.Length.ShouldBeLessThan(LightPage);
    }

    [Fact]
    public async Task A_reply_that_arrives_before_what_it_replies_to_becomes_the_same_conversation()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var at = Now - Duration.FromMinutes(30);
        var uri = "at://did:plc:ingrid/app.bsky.feed.post/3kfirst";
        var reply = await world.WriteToUsAsync("Hallo? Er det noen der?", at: at + Duration.FromMinutes(10), root: uri);
        var id = await world.ConversationOfAsync(reply);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var lonely = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        lonely.Text.ShouldContain("svarer på noe vi ikke har fått hentet");

        // What it answers comes late, and stands before it.
        var post = (await KeepAsync(world, [Post(0, "Hvor er bussen min?", at, null) with { Uri = uri, Author = new NetworkAuthor("did:plc:ingrid", "ingrid.example", "ingrid") }]))[0];
        await world.TellAsync(new PostAddressedUs(world.Organisation, post, world.Channel, AccountEventKind.Mention, at));
        (await world.ConversationOfAsync(post)).ShouldBe(id);
        var whole = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        whole.Document.QuerySelectorAll(".rf-thread article .voice").Select(v => v.TextContent.Trim()).ShouldBe(["Hvor er bussen min?", "Hallo? Er det noen der?"]);
        whole.Text.ShouldNotContain("ikke har fått hentet");
        (await world.ConversationAsync(id)).WaitingSince!.Value.ToUnixTimeSeconds().ShouldBe(at.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task A_reply_whose_parent_cannot_be_fetched_is_shown_and_answered_in_its_own_thread()
    {
        // The world's network answers nobody.
        await using var world = await DialogueWorld.MakeAsync();
        var uri = "at://did:plc:borte/app.bsky.feed.post/3kgone";
        var id = await world.ConversationOfAsync(await world.WriteToUsAsync("Enig med deg, hva sier kommunen?", root: uri));
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var page = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        page.Text.ShouldContain("svarer på noe vi ikke har fått hentet");
        (await kari.SendAsync(page, $"{world.Path}/conversations/{id}/answers", ("text", "Vi ser på det."))).Text.ShouldContain("Sendes om");
        (await world.ReadAsync(db => db.Set<Item>().SingleAsync())).RootUri.ShouldBe(uri);
    }

    [Fact]
    public async Task In_a_wave_of_ten_thousand_the_inbox_stays_light_and_the_same_questions_are_answered_together()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        await kari.SendAsync(
            await kari.OpenAsync($"{world.Path}/unusual"), $"{world.Path}/unusual",
            ("title", "Vannet i Storgata"), ("lead", $"{world.Person(DialogueWorld.Kari)}"), ("agreed", "Vannet er tilbake i kveld."));
        await WaveAsync(world, 10_000);

        var inbox = await kari.OpenAsync($"{world.Path}/inbox");
        inbox.Html.Length.ShouldBeLessThan(LightPage);
        inbox.Document.QuerySelectorAll("[data-row]").Length.ShouldBeInRange(20, 100);
        (await kari.OpenAsync($"{world.Path}/inbox?q=biblioteket")).Document.QuerySelectorAll("[data-row]").Length.ShouldBeGreaterThan(0, "the rest is found");
        var gathered = await kari.OpenAsync($"{world.Path}/unusual");
        gathered.Html.Length.ShouldBeLessThan(LightPage);
        var same = gathered.Document.QuerySelectorAll("[name=conversation]").Select(c => ("conversation", c.GetAttribute("value")!)).ToArray();
        same.Length.ShouldBe(50, "so many at a time");
        (await kari.SendAsync(gathered, $"{world.Path}/unusual/answers", same)).Text.ShouldContain("50 svar går ut");
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().CountAsync())).ShouldBe(50);
    }

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    private static string EarlierOf(Seen page, DialogueWorld world) =>
        page.Document.QuerySelector(".rf-thread a[href*='back=']")!.GetAttribute("href")![world.Path.Length..];

    private static NetworkPost Post(int number, string text, Instant at, string? root) => new(
        "bluesky", $"at://did:plc:wave{number}/app.bsky.feed.post/3kwave{number:00000}", $"bafywave{number}", null,
        new NetworkAuthor($"did:plc:wave{number}", $"wave{number}.example", $"Skriver {number}"), text, false, ["nb"], at,
        root is null ? null : new PostReference(root, "bafyroot"), root is null ? null : new PostReference(root, "bafyroot"), null, [], [], [], null);

    private static async Task<IReadOnlyList<PostId>> KeepAsync(DialogueWorld world, IEnumerable<NetworkPost> all)
    {
        var ids = new List<PostId>();
        foreach (var some in all.Chunk(1_000))
        {
            await world.App.InAsync(world.Organisation, async services =>
            {
                ids.AddRange(await services.GetRequiredService<Posts>().KeepAsync(some, CancellationToken.None));
                await services.GetRequiredService<AppDb>().SaveChangesAsync();
            });
        }

        return ids;
    }

    // Ten minutes in which everybody asks: each post becomes a conversation as its handler would have it, a thousand at a time.
    private static async Task WaveAsync(DialogueWorld world, int count)
    {
        var from = Now;
        for (var start = 0; start < count; start += 1_000)
        {
            var posts = Enumerable.Range(start, 1_000).Select(i => Post(
                i, i % 100 == 99 ? $"Er biblioteket åpent i dag? {i}" : $"Når kommer vannet i Storgata tilbake? Spør for {i} naboer.", from + Duration.FromMilliseconds(i), null)).ToList();
            var ids = await KeepAsync(world, posts);
            await world.App.InAsync(world.Organisation, async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                var stored = await services.GetRequiredService<Posts>().FindAsync([.. ids], CancellationToken.None);
                foreach (var (post, said) in ids.Zip(posts))
                {
                    var conversation = Conversation.Open(ConversationId.New(), world.Organisation, world.Channel, said.Uri, stored[post].AuthorKey);
                    conversation.Receive(post, said.CreatedAt, out _);
                    db.Add(conversation);
                }

                await db.SaveChangesAsync();
            });
        }
    }
}
