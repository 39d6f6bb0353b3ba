using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Merges;

/// <summary>Two conversations about one matter, over HTTP.</summary>
public sealed class MergeJourneyTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Two_threads_become_one_conversation_part_again_and_one_answer_goes_to_the_thread_that_is_chosen(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var (roads, street, puddle) = await TwoThreadsAsync(world);
        var (whole, part) = (await world.ConversationOfAsync(street), await world.ConversationOfAsync(puddle));
        var (kari, jonas) = (await world.SignInAsync(DialogueWorld.Kari), await world.SignInAsync(DialogueWorld.Jonas));
        await PrepareAsync(world, jonas, part);

        // Her other open conversation stands there without a search; one press merges.
        var page = await kari.OpenAsync($"{world.Path}/inbox/{whole}/merging");
        page.Document.QuerySelector($"form[action$='/merges'] button[value='{part}']").ShouldNotBeNull();
        var merged = await kari.SendAsync(page, $"{world.Path}/conversations/{whole}/merges", ("other", $"{part}"));
        merged.Address.ShouldBe($"{world.Path}/inbox/{whole}");
        merged.Text.ShouldContain("Storgata er stengt");
        merged.Text.ShouldContain("Dammen i Lia");
        merged.Text.ShouldContain("Rørlegger er bestilt", customMessage: "what colleagues noted is read there");
        merged.Text.ShouldContain("@vei.fjordvik.no", customMessage: "the place is named");
        merged.Document.QuerySelectorAll("#composer input[name=to]").Length.ShouldBe(2);

        var other = await kari.OpenAsync($"{world.Path}/inbox/{part}");
        other.Text.ShouldContain("går videre der");
        other.Document.QuerySelector($"a[href='{world.Path}/inbox/{whole}']").ShouldNotBeNull();
        other.Document.QuerySelector("#composer").ShouldBeNull();
        Rows(await kari.OpenAsync($"{world.Path}/inbox?view=all")).ShouldBe([$"{whole}"]);
        Rows(await kari.OpenAsync($"{world.Path}/inbox?q=rørlegger")).ShouldBe([$"{whole}"]);
        (await jonas.OpenAsync($"{world.Path}/inbox/{whole}")).Document.QuerySelector("#f-text")!.TextContent.ShouldContain("Vi skal se på");
        (await jonas.OpenAsync($"{world.Path}/notices")).Text.ShouldContain("slo sammen samtalen du hadde");

        // What comes to its thread comes to the one it became, once however often it is told.
        var later = await world.WriteToUsAsync("Nå er det is på den", at: Now, root: await world.UriOfAsync(puddle), to: roads);
        (await world.ConversationOfAsync(later)).ShouldBe(whole);
        await world.TellAsync(new PostAddressedUs(world.Organisation, later, roads, AccountEventKind.Reply, Now));
        await world.TakenAsync<PostAddressedUs, OnPostAddressedUs>();
        (await world.ConversationAsync(whole)).Posts.Count.ShouldBe(3);

        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{whole}"), await UndoOfAsync(world, part));
        var (alone, back) = (await world.ConversationAsync(whole), await world.ConversationAsync(part));
        (alone.Posts.Count, back.Posts.Count, back.State, back.TakenBy).ShouldBe((1, 2, ConversationState.WaitingForUs, world.Person(DialogueWorld.Jonas)));
        (alone.TakenBy, alone.HasParts).ShouldBe((null, false));
        alone.DueAt.ShouldNotBeNull();
        back.DueAt.ShouldNotBeNull();
        (await world.ReadAsync(db => db.Set<Draft>().SingleAsync())).Conversation.ShouldBe(part, "it was not written on since");

        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{whole}/merging"), $"{world.Path}/conversations/{whole}/merges", ("other", $"{part}"));
        await AnswerAsync(world, kari, whole, to: street);
        await StaysTogetherAsync(world, kari, whole, part);
    }

    // Of her two threads the older is chosen: there, and from the account it came to, the answer goes. One answer is enough for both.
    private static async Task AnswerAsync(DialogueWorld world, Visitor kari, ConversationId whole, PostId to)
    {
        var open = await kari.OpenAsync($"{world.Path}/inbox/{whole}");
        var sent = await kari.SendAsync(open, $"{world.Path}/conversations/{whole}/answers", ("text", "Vi er der i morgen."), ("to", $"{to}"));
        sent.Status.ShouldBe(HttpStatusCode.OK);
        var answer = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());
        answer.Answered.ShouldBe(to);
        var order = await world.ReadAsync(db => db.Set<Rotfeste.Channels.Orders.Item>().SingleAsync(i => i.Id == answer.Order));
        (order.Channel, order.ParentUri).ShouldBe((world.Channel, await world.UriOfAsync(to)));
        await world.TellAsync(new ItemSent(world.Organisation, answer.Order, world.Channel, answer.By, Now));
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(whole)).State.ShouldBe(ConversationState.WaitingForThem));
    }

    private static async Task StaysTogetherAsync(DialogueWorld world, Visitor kari, ConversationId whole, ConversationId part)
    {
        var answered = await kari.OpenAsync($"{world.Path}/inbox/{whole}");
        answered.Document.QuerySelector("form[action*='/undoing']").ShouldBeNull("something was answered since");
        await kari.PostAsync(await UndoOfAsync(world, part), answered.Token);
        (await world.ConversationAsync(part)).State.ShouldBe(ConversationState.Merged);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Two_who_merge_crosswise_in_the_same_moment_make_one_and_nothing_is_lost(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var (_, street, puddle) = await TwoThreadsAsync(world);
        var (first, second) = (await world.ConversationOfAsync(street), await world.ConversationOfAsync(puddle));
        var (kari, jonas) = (await world.SignInAsync(DialogueWorld.Kari), await world.SignInAsync(DialogueWorld.Jonas));
        var (hers, his) = (await kari.OpenAsync($"{world.Path}/inbox/{first}/merging"), await jonas.OpenAsync($"{world.Path}/inbox/{second}/merging"));
        await Task.WhenAll(
            kari.SendAsync(hers, $"{world.Path}/conversations/{first}/merges", ("other", $"{second}")),
            jonas.SendAsync(his, $"{world.Path}/conversations/{second}/merges", ("other", $"{first}")));

        var both = new[] { await world.ConversationAsync(first), await world.ConversationAsync(second) };
        both.Count(c => c.State == ConversationState.Merged).ShouldBe(1);
        both.Single(c => c.MergedInto is null).Posts.Count.ShouldBe(2);
        (await world.ReadAsync(db => db.Set<Merge>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Private_with_public_is_refused_in_words_and_another_organisation_has_none_of_it()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var open = await world.AskedAsync("Hvem rydder i parken?");
        var told = await world.KeepAsync("Jeg trenger hjelp med søknaden min", "ingrid", audience: PostAudience.Direct);
        await world.TellAsync(new PostAddressedUs(world.Organisation, told, world.Channel, AccountEventKind.Mention, Now));
        var secret = await world.ConversationOfAsync(told);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var page = await kari.OpenAsync($"{world.Path}/inbox/{open}/merging");
        var refused = await kari.SendAsync(page, $"{world.Path}/conversations/{open}/merges", ("other", $"{secret}"));
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Document.QuerySelector("[role=alert]")!.TextContent.ShouldContain("blir ikke noe privat besvart offentlig");
        (await world.ConversationAsync(secret)).MergedInto.ShouldBeNull();

        var neighbour = await world.NeighbourAsync();
        var nora = await world.SignInAsync("nora@storelva.example");
        var theirs = await neighbour.AskedAsync("Når åpner hallen?", "per");
        (await kari.PostAsync($"{world.Path}/conversations/{open}/merges", page.Token, ("other", $"{theirs}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        var hall = await nora.OpenAsync($"{neighbour.Path}/inbox/{theirs}/merging");
        (await nora.PostAsync($"{neighbour.Path}/conversations/{theirs}/merges", hall.Token, ("other", $"{open}"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<(ChannelId Roads, PostId Street, PostId Puddle)> TwoThreadsAsync(DialogueWorld world)
    {
        var roads = await world.App.InAsync(world.Organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var account = new SignedInAccount(new Uri("http://127.0.0.1:9"), "did:plc:vei", "vei.fjordvik.no", "Vei");
            var channel = Channel.Connect(world.Organisation, account, world.Person(DialogueWorld.Kari), Now);
            db.Add(channel);
            await db.SaveChangesAsync();
            return channel.Id;
        });
        var street = await world.WriteToUsAsync("Storgata er stengt, når åpner den?", at: Now - Duration.FromHours(2));
        var puddle = await world.WriteToUsAsync("Dammen i Lia når oppå fortauet nå", at: Now - Duration.FromHours(1), to: roads);
        return (roads, street, puddle);
    }

    private static async Task PrepareAsync(DialogueWorld world, Visitor jonas, ConversationId part)
    {
        var page = await jonas.OpenAsync($"{world.Path}/inbox/{part}");
        await jonas.SendAsync(page, $"{world.Path}/conversations/{part}/assignment");
        await jonas.SendAsync(page, $"{world.Path}/conversations/{part}/notes", ("note", "Rørlegger er bestilt"));
        await jonas.PostAsync($"{world.Path}/conversations/{part}/draft", page.Token, ("text", "Vi skal se på"));
    }

    private static async Task<string> UndoOfAsync(DialogueWorld world, ConversationId part) => await world.ReadAsync(async db =>
        $"{world.Path}/merges/{await db.Set<Merge>().Where(m => m.From == part).OrderByDescending(m => m.At).Select(m => m.Id).FirstAsync()}/undoing");

    private static List<string?> Rows(Seen page) => [.. page.Document.QuerySelectorAll("[data-row]").Select(r => r.GetAttribute("data-row"))];

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();
}
