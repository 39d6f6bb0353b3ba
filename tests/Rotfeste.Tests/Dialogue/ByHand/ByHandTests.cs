using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.ByHand;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.ByHand;

public sealed class ByHandTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 20, 12, 0);

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_was_said_elsewhere_waits_is_answered_there_and_goes_on(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var page = $"{world.Path}/inbox/by-hand";

        // Shared from a phone, where the link lay in the text: a tip, or one tap further by hand.
        var tip = await kari.OpenAsync($"{world.Path}/tips?title=Nabogruppa&text=N%C3%A5r%20%C3%A5pner%20isbanen%3F%20https%3A%2F%2Fgrupper.example%2Fp%2F1");
        var shared = await kari.OpenAsync(tip.Document.QuerySelector($"a[href^='{page}']")!.GetAttribute("href")!);
        shared.Document.QuerySelector("#f-link")!.GetAttribute("value").ShouldBe("https://grupper.example/p/1");
        shared.Document.QuerySelector("#f-text")!.TextContent.ShouldBe("Når åpner isbanen?");
        var empty = await kari.SendAsync(shared, page, ("text", ""), ("link", "javascript:alert(1)"), ("place", ""));
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Document.QuerySelectorAll(".rf-invalid").Length.ShouldBe(2);

        (string, string)[] words = [("text", "Når åpner isbanen?"), ("link", "https://grupper.example/p/1"), ("place", "Facebook-gruppa"), ("name", "Ingrid"), ("take", "true")];
        var open = await kari.SendAsync(empty, page, words);
        var conversation = await world.ReadAsync(db => db.Set<Conversation>().SingleAsync());
        open.Address.ShouldBe($"{world.Path}/inbox/{conversation.Id}");
        open.Text.ShouldContain("Når åpner isbanen?");
        (conversation.State, conversation.TakenBy).ShouldBe((ConversationState.WaitingForUs, world.Person(DialogueWorld.Kari)));
        (await kari.OpenAsync($"{world.Path}/inbox")).Text.ShouldContain("Facebook-gruppa");
        (await world.ReadAsync(db => db.Set<DueRow>().CountAsync(d => d.Job == "dialogue-fetch-context"))).ShouldBe(0, "no network is asked");

        // A colleague sees that it is here, and carries in the same.
        var jonas = await world.SignInAsync(DialogueWorld.Jonas);
        (await jonas.OpenAsync($"{page}?url=https%3A%2F%2Fgrupper.example%2Fp%2F1%23svar")).Document
            .QuerySelector("[aria-labelledby=before] a")!.GetAttribute("href").ShouldBe(open.Address);
        (await jonas.SendAsync(await jonas.OpenAsync(page), page, words)).Address.ShouldBe(open.Address);

        // A number of a person is held back here too.
        var (ready, answers) = ($"{world.Path}/conversations/{conversation.Id}/ready-text", $"{world.Path}/conversations/{conversation.Id}/hand-answers");
        (await kari.SendAsync(open, ready, ("text", "Du står som 01010750160 hos oss."))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var copy = await kari.SendAsync(open, ready, ("text", "Lørdag kl. 10."));
        copy.Document.QuerySelector("#f-ready")!.TextContent.ShouldStartWith("Lørdag kl. 10.\n– Kari");
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().CountAsync())).ShouldBe(0, "it is not said yet");
        (await kari.SendAsync(copy, answers, ("link", "ikke noe"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var done = await kari.SendAsync(copy, answers, ("link", "https://grupper.example/p/1#svar"));
        done.Text.ShouldContain("Besvart for hånd");
        done.Document.QuerySelector("[data-ours] a[href='https://grupper.example/p/1#svar']").ShouldNotBeNull();
        (await world.ConversationAsync(conversation.Id)).State.ShouldBe(ConversationState.WaitingForThem);
        (await world.ReadAsync(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM platform_ledger WHERE \"Kind\" = 'answer-given-by-hand'").SingleAsync())).ShouldBe(1);

        await kari.SendAsync(done, $"{world.Path}/conversations/{conversation.Id}/closure", ("outcome", "Answered"));
        var more = await kari.SendAsync(
            await kari.OpenAsync(open.Address), $"{world.Path}/conversations/{conversation.Id}/hand-posts", ("more", "Og på søndag?"));
        more.Text.ShouldContain("Og på søndag?");
        (await world.ConversationAsync(conversation.Id)).State.ShouldBe(ConversationState.WaitingForUs, "what is closed opens again");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_link_to_what_came_by_an_account_leads_there_and_nothing_is_there_twice(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var made = Instant.FromUtc(2023, 12, 23, 12, 0);
        await ComesAsync(world, Written("at://did:plc:ingrid/app.bsky.feed.post/3kh5rarr3gn2n", null, new("did:plc:ingrid", "ingrid.example", "Ingrid"), made));
        await ComesAsync(world, Written("https://vi.example/api/v1/statuses/7", "https://bygda.example/@ola/115", new("https://bygda.example/@ola", "ola@bygda.example", "Ola"), At));
        var page = $"{world.Path}/inbox/by-hand";
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var (ingrid, ola) = (await HeldByAsync("Ingrid"), await HeldByAsync("Ola"));
        foreach (var (link, held) in new[]
        {
            ("https://bsky.app/profile/ingrid.example/post/3kh5rarr3gn2n", ingrid), ("https://bsky.app/profile/did:plc:ingrid/post/3kh5rarr3gn2n", ingrid),
            ("at://did:plc:ingrid/app.bsky.feed.post/3kh5rarr3gn2n", ingrid), ("https://bygda.example/@ola/115", ola), ("https://vi.example/@ola@bygda.example/7", ola),
        })
        {
            var shared = await kari.OpenAsync($"{page}?url={Uri.EscapeDataString(link)}");
            shared.Document.QuerySelector("[role=alert] a.ds-button")!.GetAttribute("href").ShouldBe(held, link);
            var carried = await kari.SendAsync(shared, page, ("text", "Når brøytes det?"), ("link", link), ("take", "true"));
            carried.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            carried.Document.QuerySelector("[role=alert] a.ds-button")!.GetAttribute("href").ShouldBe(held);
            carried.Document.QuerySelector("#f-text")!.TextContent.ShouldBe("Når brøytes det?");
        }

        (await world.ReadAsync(db => db.Set<Conversation>().CountAsync())).ShouldBe(2);
        var other = await kari.OpenAsync($"{page}?url=https%3A%2F%2Fbsky.app%2Fprofile%2Folga.example%2Fpost%2F3kh5rarr3gn2n");
        other.Document.QuerySelector("[role=alert]").ShouldBeNull("somebody else's post may end alike");
        var neighbour = await world.NeighbourAsync();
        var nora = await neighbour.SignInAsync("nora@storelva.example");
        (await nora.OpenAsync($"{neighbour.Path}/inbox/by-hand?url=https%3A%2F%2Fbygda.example%2F%40ola%2F115")).Document.QuerySelector("[role=alert]").ShouldBeNull();

        async Task<string> HeldByAsync(string name) =>
            (await kari.OpenAsync($"{world.Path}/inbox?view=all")).Document.QuerySelectorAll("[data-row]").First(r => r.TextContent.Contains(name, StringComparison.Ordinal))
                .GetAttribute("href")!.Split('?')[0];
    }

    [Fact]
    public async Task By_hand_is_for_conversations_by_hand_in_ones_own_organisation()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var onNetwork = await world.AskedAsync("Er biblioteket åpent?");
        var network = await kari.OpenAsync($"{world.Path}/inbox/{onNetwork}");
        (await kari.PostAsync($"{world.Path}/conversations/{onNetwork}/hand-answers", network.Token, ("text", "Ja."))).Status.ShouldBe(HttpStatusCode.NotFound);

        var page = $"{world.Path}/inbox/by-hand";
        var open = await kari.SendAsync(await kari.OpenAsync(page), page, ("text", "Et brev om veien"), ("place", "Brev"), ("closed", "true"));
        open.Text.ShouldContain("Privat melding");
        var id = open.Address.Split('/')[^1];
        var answer = await kari.PostAsync($"{world.Path}/conversations/{id}/answers", open.Token, ("text", "Takk for brevet."));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "no account sends it");

        var neighbour = await world.NeighbourAsync();
        var nora = await neighbour.SignInAsync("nora@storelva.example");
        var own = await nora.OpenAsync($"{neighbour.Path}/inbox/by-hand");
        (await nora.OpenAsync($"{neighbour.Path}/inbox/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nora.PostAsync($"{neighbour.Path}/conversations/{id}/hand-posts", own.Token, ("more", "Hei"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Two_without_a_name_are_two_persons_and_a_page_is_one_thread()
    {
        var first = CarriedWords.From("https://grupper.example/p/1", "", "", "Hei", false).ToPost(At);
        var again = CarriedWords.From("https://grupper.example/p/1", "", "", "Hei", false).ToPost(At);
        var other = CarriedWords.From("https://grupper.example/p/1", "", "", "Hallo", true).ToPost(At);
        again.Uri.ShouldBe(first.Uri);
        other.ReplyRoot.ShouldBe(first.ReplyRoot);
        other.Author.Account.ShouldNotBe(first.Author.Account);
        (first.IsPrivate, other.IsPrivate).ShouldBe((false, true));
        HandChannel.PlaceOf(first.Network).ShouldBe("grupper.example");
        HandChannel.PlaceOf("bluesky").ShouldBeNull();

        CarriedWords.From("", "Brev", "Kari", "Hei", false).ToPost(At).ReplyRoot
            .ShouldNotBe(CarriedWords.From("", "Brev", "Kari", "Hei", false).ToPost(At).ReplyRoot, "two letters are two");
    }

    private static NetworkPost Written(string uri, string? page, NetworkAuthor author, Instant at) => new(
        uri.StartsWith("at:", StringComparison.Ordinal) ? "bluesky" : "mastodon", uri, "", page, author, author.DisplayName == "Ola" ? "Er badet åpent i jula?" : "Hvem brøyter veien?", false, [],
        at, null, null, null, [], [], [], null);

    private static async Task ComesAsync(DialogueWorld world, NetworkPost post)
    {
        var id = await world.App.InAsync(world.Organisation, async services =>
        {
            var ids = await services.GetRequiredService<Posts>().KeepAsync([post], CancellationToken.None);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
            return ids[0];
        });
        await world.TellAsync(new PostAddressedUs(world.Organisation, id, world.Channel, AccountEventKind.Mention, post.CreatedAt));
        await Eventually.ShouldHoldAsync(async () => (await world.ReadAsync(db => db.Set<ConversationPost>().CountAsync(p => p.Post == id))).ShouldBe(1));
    }
}
