using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.People.Memberships;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue;

public sealed class AnswerTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task An_answer_is_stored_with_its_order_and_counts_once_it_is_sent(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var id = await world.AskedAsync("Når kommer vannet?");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var sent = await AnswerAsync(world, kari, id, "Rundt kl. 18.");
        sent.Status.ShouldBe(HttpStatusCode.OK);
        sent.Text.ShouldContain("Sendes om");

        var answer = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());
        var order = (await OrdersAsync(world, answer.Order))[answer.Order];
        order.State.ShouldBe(ItemState.Queued);
        await world.TellAsync(new ItemSent(world.Organisation, answer.Order, world.Channel, answer.By, Now));
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.WaitingForThem));
        (await kari.OpenAsync($"{world.Path}/inbox/{id}")).Document.QuerySelector("[data-ours] [data-state=sent]").ShouldNotBeNull();
        (await kari.OpenAsync($"{world.Path}/inbox?view=theirs")).Document.QuerySelector($"[data-row='{id}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Told_twice_that_it_is_sent_it_is_written_in_the_ledger_once()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hei?");
        await AnswerAsync(world, await world.SignInAsync(DialogueWorld.Kari), id, "Hei.");
        var answer = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());
        await world.TellAsync(new ItemSent(world.Organisation, answer.Order, world.Channel, answer.By, Now));
        await world.TellAsync(new ItemSent(world.Organisation, answer.Order, world.Channel, answer.By, Now));
        await world.TakenAsync<ItemSent, OnItemSent>();
        (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.WaitingForThem);

        var entries = await world.ReadAsync(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM platform_ledger WHERE \"Kind\" = 'answer-sent'").SingleAsync());
        entries.ShouldBe(1);
    }

    [Fact]
    public async Task A_closed_conversation_refuses_an_answer()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hei?");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var open = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        await kari.SendAsync(open, $"{world.Path}/conversations/{id}/closure", ("outcome", "Answered"));

        var refused = await kari.SendAsync(open, $"{world.Path}/conversations/{id}/answers", ("text", "For sent"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Samtalen er avsluttet");
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task When_the_thread_moved_on_it_asks_and_sends_when_told_to()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var first = await world.WriteToUsAsync("Når kommer vannet?", name: "Ingrid Solli");
        var id = await world.ConversationOfAsync(first);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var open = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        await world.ConversationOfAsync(await world.WriteToUsAsync("Glem det, det kom nå", root: await world.UriOfAsync(first), name: "Ingrid Solli"));

        var action = $"{world.Path}/conversations/{id}/answers";
        var asked = await kari.SendAsync(open, action, ("text", "Rundt kl. 18."));
        asked.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var question = asked.Document.QuerySelector("#composer .rf-told")!.TextContent;
        question.ShouldContain("Ingrid Solli har skrevet mer siden du begynte");
        question.ShouldContain("Glem det, det kom nå");
        asked.Document.QuerySelector("#f-text")!.TextContent.ShouldContain("Rundt kl. 18.");
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().CountAsync())).ShouldBe(0);

        (await kari.SendAsync(asked, action, ("text", "Fint!"))).Status.ShouldBe(HttpStatusCode.OK);
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Of_two_who_send_at_once_one_is_asked(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var id = await world.AskedAsync("Hei?");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var jonas = await world.SignInAsync(DialogueWorld.Jonas);
        var action = $"{world.Path}/conversations/{id}/answers";
        var (hers, his) = (await kari.OpenAsync($"{world.Path}/inbox/{id}"), await jonas.OpenAsync($"{world.Path}/inbox/{id}"));

        var both = await Task.WhenAll(kari.SendAsync(hers, action, ("text", "Fra Kari")), jonas.SendAsync(his, action, ("text", "Fra Jonas")));
        both.Count(b => b.Status == HttpStatusCode.OK).ShouldBe(1);
        both.Count(b => b.Status == HttpStatusCode.UnprocessableEntity).ShouldBe(1);
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_second_person_who_takes_is_told_who_took_it_first()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hei?");
        var action = $"{world.Path}/conversations/{id}/assignment";
        var jonas = await world.SignInAsync(DialogueWorld.Jonas);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var (his, hers) = (await jonas.OpenAsync($"{world.Path}/inbox/{id}"), await kari.OpenAsync($"{world.Path}/inbox/{id}"));

        (await jonas.SendAsync(his, action)).Status.ShouldBe(HttpStatusCode.OK);
        var told = await kari.SendAsync(hers, action);
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Document.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Jonas Eide tok denne kl.");
        (await kari.OpenAsync($"{world.Path}/inbox")).Document.QuerySelector($"[data-row='{id}']")!.TextContent.ShouldContain("Hos Jonas Eide");
    }

    [Fact]
    public async Task Regretted_within_ten_seconds_the_text_is_a_draft_again_and_nothing_goes_out()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hei?");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var sent = await AnswerAsync(world, kari, id, "Dette ble feil");
        var answer = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());

        var back = await kari.SendAsync(sent, $"{world.Path}/answers/{answer.Id}/regret");
        back.Document.QuerySelector("#f-text")!.TextContent.ShouldBe("Dette ble feil");
        (await OrdersAsync(world, answer.Order))[answer.Order].State.ShouldBe(ItemState.TakenBack);
        (await world.ConversationAsync(id)).IsSending.ShouldBeFalse();

        // Twice is too late.
        (await kari.PostAsync($"{world.Path}/answers/{answer.Id}/regret", back.Token)).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_draft_survives_a_restart_and_is_seen_by_its_writer_alone()
    {
        var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hei?");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var page = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        var token = page.Document.QuerySelector("#composer input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var kept = await kari.PostAsync($"{world.Path}/conversations/{id}/draft", ("__RequestVerificationToken", token), ("text", "Hei, Ingrid. Vi "));
        kept.Html.ShouldStartWith("Utkast lagret");

        var database = await world.App.StopAsync();
        var again = await DialogueWorld.MakeAsync(database: database);
        var after = await (await again.SignInAsync(DialogueWorld.Kari)).OpenAsync($"{again.Path}/inbox/{id}");
        after.Document.QuerySelector("#f-text")!.TextContent.ShouldBe("Hei, Ingrid. Vi ");
        var jonas = await (await again.SignInAsync(DialogueWorld.Jonas)).OpenAsync($"{again.Path}/inbox/{id}");
        jonas.Document.QuerySelector("#f-text")!.TextContent.ShouldBe("");
        await again.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_refused_answer_says_why_and_its_text_can_be_written_anew()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hei?");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        await AnswerAsync(world, kari, id, "Et svar nettverket ikke vil ha");
        var answer = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());
        await world.TellAsync(new ItemRefused(world.Organisation, answer.Order, world.Channel, ItemReason.RecordRefused, Now));
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.SendingFailed));

        (await kari.OpenAsync($"{world.Path}/inbox")).Text.ShouldContain("Gikk ikke ut");
        var page = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        page.Text.ShouldContain("Nettverket godtok ikke teksten");
        var anew = await kari.SendAsync(page, $"{world.Path}/answers/{answer.Id}/draft");
        anew.Document.QuerySelector("#f-text")!.TextContent.ShouldBe("Et svar nettverket ikke vil ha");
        (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.WaitingForUs);
    }

    [Theory]
    [InlineData("", "Skriv noe først")]
    [InlineData("   ", "Skriv noe først")]
    [InlineData(5_000, "tegn for langt")]
    [InlineData(30_000, "altfor lang")]
    public async Task A_text_that_no_network_takes_is_refused_with_words_and_kept_on_the_page(object text, string words)
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hei?");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var typed = text is int length ? new string('a', length) : (string)text;
        var refused = await AnswerAsync(world, kari, id, typed);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain(words);
        refused.Document.QuerySelector("#f-text")!.TextContent.ShouldBe(typed.Trim());
    }

    [Fact]
    public async Task The_signature_counts_and_goes_out_under_the_text()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hei?");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        (await AnswerAsync(world, kari, id, new string('a', 300))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AnswerAsync(world, kari, id, "Hei, Ingrid.")).Status.ShouldBe(HttpStatusCode.OK);
        var answer = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());
        answer.Signature.ShouldStartWith("– Kari");
        AnswerText.Whole(answer.Text, answer.Signature).ShouldBe($"Hei, Ingrid.\n{answer.Signature}");
    }

    [Fact]
    public async Task The_own_yes_to_the_name_is_asked_once_before_the_first_answer()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hei?");
        await world.App.InAsync(world.Organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var thea = await db.Set<Membership>().SingleAsync(m => m.Person == world.Person(DialogueWorld.Thea));
            thea.AskToAnswer();
            thea.SayYes();
            await db.SaveChangesAsync();
        });
        var visitor = await world.SignInAsync(DialogueWorld.Thea);
        var asked = await AnswerAsync(world, visitor, id, "Hei, Ingrid.");
        asked.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        asked.Document.QuerySelector("#f-signature").ShouldNotBeNull();

        var sent = await visitor.SendAsync(asked, $"{world.Path}/conversations/{id}/answers", ("text", "Hei, Ingrid."), ("signature", "name"));
        sent.Status.ShouldBe(HttpStatusCode.OK);
        sent.Document.QuerySelector("#f-signature").ShouldBeNull();
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync())).Signature.ShouldContain("Thea");
    }

    [Fact]
    public async Task A_preview_shows_the_text_with_links_and_stores_nothing()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hei?");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var page = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        var token = page.Document.QuerySelector("#composer input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var seen = await kari.PostAsync(
            $"{world.Path}/conversations/{id}/preview", ("__RequestVerificationToken", token), ("text", "Se https://fjordvik.example/vann for mer"), ("seen", "1"));
        seen.Document.QuerySelector(".rf-preview a[href='https://fjordvik.example/vann']").ShouldNotBeNull();
        (await world.ReadAsync(db => db.Set<Draft>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_change_without_the_pages_token_is_refused()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hei?");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        (await kari.PostAsync($"{world.Path}/conversations/{id}/answers", ("text", "Hei"), ("seen", "1"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await kari.PostAsync($"{world.Path}/conversations/{id}/handback")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    private static async Task<Seen> AnswerAsync(DialogueWorld world, Visitor who, ConversationId id, string text) =>
        await who.SendAsync(await who.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/answers", ("text", text));

    private static Task<IReadOnlyDictionary<ItemId, ItemCard>> OrdersAsync(DialogueWorld world, ItemId order) =>
        world.App.InAsync(world.Organisation, services => services.GetRequiredService<Items>().FindAsync([order], CancellationToken.None));
}
