using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Snoozes;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Snoozes;

public sealed class SnoozeTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_is_put_off_leaves_the_list_until_somebody_or_a_reply_brings_it_back(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var post = await world.WriteToUsAsync("Kan kajen leies til jul?");
        var id = await world.ConversationOfAsync(post);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        (await IsListedAsync(world, kari, id, "todo")).ShouldBeTrue();

        var before = SnoozeTime.Of("tomorrow", SystemClock.Instance.GetCurrentInstant(), Oslo)!.Value;
        var off = await PutOffAsync(world, kari, id);
        var after = SnoozeTime.Of("tomorrow", SystemClock.Instance.GetCurrentInstant(), Oslo)!.Value;
        off.Status.ShouldBe(HttpStatusCode.OK);
        off.Text.ShouldContain("Utsatt til");
        var until = (await world.ConversationAsync(id)).SnoozedUntil!.Value;
        until.ShouldBeOneOf(before, after);
        (await IsListedAsync(world, kari, id, "todo")).ShouldBeFalse();
        var later = await kari.OpenAsync($"{world.Path}/inbox?view=snoozed");
        var row = later.Document.QuerySelector($"a[data-row='{id}'] .rf-state")!;
        row.TextContent.ShouldContain("Til");
        InstantPattern.ExtendedIso.Parse(row.QuerySelector("time")!.GetAttribute("datetime")!).Value.ShouldBe(until);
        later.Document.QuerySelector("#narrow-view option[value='snoozed'][selected]").ShouldNotBeNull();

        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/waking");
        (await IsListedAsync(world, kari, id, "todo")).ShouldBeTrue();
        (await IsListedAsync(world, kari, id, "snoozed")).ShouldBeFalse();

        await PutOffAsync(world, kari, id);
        (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.Snoozed);
        var reply = await world.WriteToUsAsync("Vi er tolv stykker.", root: await world.UriOfAsync(post));
        (await world.ConversationOfAsync(reply)).ShouldBe(id);
        (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.WaitingForUs);
        (await IsListedAsync(world, kari, id, "todo")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_cannot_wait_is_refused_with_words_and_stays(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var id = await world.AskedAsync("Når åpner badet?");
        // Four hours are aimed at, and the last of them is urgent.
        var urgent = await world.AskedAsync("Det brenner i søppelbua!", "runar", SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(210));
        var theirs = await (await world.NeighbourAsync()).AskedAsync("Bare til dere");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var page = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        page.Document.QuerySelectorAll($"form[action$='{id}/snooze'] input[name=day]").Length.ShouldBe(1);

        var past = await kari.SendAsync(page, $"{world.Path}/conversations/{id}/snooze", ("day", "2020-01-01"));
        past.Status.ShouldBe(HttpStatusCode.Conflict);
        past.Document.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Denne ble ikke utsatt");
        (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.WaitingForUs);

        var soon = await kari.OpenAsync($"{world.Path}/inbox/{urgent}");
        soon.Document.QuerySelector($"form[action$='{urgent}/snooze']").ShouldBeNull();
        soon.Document.QuerySelector("#snooze")!.TextContent.ShouldContain("kan ikke utsettes");
        var late = await kari.PostAsync($"{world.Path}/conversations/{urgent}/snooze", page.Token, ("until", "tomorrow"));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Document.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Svaret må snart ut");
        (await world.ConversationAsync(urgent)).SnoozedUntil.ShouldBeNull();

        foreach (var resource in new[] { "snooze", "waking" })
        {
            var refused = await kari.PostAsync($"{world.Path}/conversations/{theirs}/{resource}", page.Token, ("until", "tomorrow"));
            refused.Status.ShouldBe(HttpStatusCode.NotFound, resource);
        }
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Answered_and_put_off_in_one_step_it_rests_once_it_is_sent_and_whoever_has_it_is_told_when_it_is_back(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        // Soon due: what is answered need not be refused a rest.
        var id = await world.AskedAsync("Hvem tømmer søppelbua?", at: SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(210));
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var (answers, page) = ($"{world.Path}/conversations/{id}/answers", await kari.OpenAsync($"{world.Path}/inbox/{id}"));
        page.Document.QuerySelector("#send-later button[name=putoff][value=week]")!.TextContent.ShouldBe("Om en uke");

        var passed = await kari.SendAsync(page, answers, ("text", "Den tømmes i dag."), ("putoff", "2020-01-01"));
        passed.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        passed.Text.ShouldContain("svaret er ikke sendt");
        passed.Document.QuerySelector("#f-text")!.TextContent.ShouldBe("Den tømmes i dag.");

        var regretted = await kari.SendAsync(passed, answers, ("text", "Den tømmes i dag."), ("putoff", "week"));
        regretted.Text.ShouldContain("Så utsatt til");
        (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.WaitingForUs);
        var first = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());
        await kari.SendAsync(regretted, $"{world.Path}/answers/{first.Id}/regret");
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}"), answers, ("text", "Den tømmes i morgen."), ("putoff", "week"));
        var answer = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync(a => a.State == AnswerState.Ordered));
        await world.TellAsync(new ItemSent(world.Organisation, answer.Order, world.Channel, answer.By, SystemClock.Instance.GetCurrentInstant()));
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.Snoozed));
        (await world.ConversationAsync(id)).SnoozedUntil.ShouldBe(answer.PutOffUntil);
        var resting = await kari.OpenAsync($"{world.Path}/inbox/{id}");
        resting.Text.ShouldContain("Utsatt til");
        resting.Text.ShouldNotContain("Så utsatt til");

        await world.App.InAsync(world.Organisation, s =>
            s.GetRequiredService<WakeConversation>().DoAsync(new WakeConversationJob(world.Organisation, id), new DueTry(1), CancellationToken.None));
        (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.WaitingForThem);
        (await kari.OpenAsync($"{world.Path}/notices")).Text.ShouldContain("ingen har skrevet siden");
    }

    private static async Task<Seen> PutOffAsync(DialogueWorld world, Visitor visitor, Rotfeste.Dialogue.Contracts.ConversationId id) =>
        await visitor.SendAsync(
            await visitor.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/snooze", ("until", "tomorrow"));

    private static async Task<bool> IsListedAsync(DialogueWorld world, Visitor visitor, Rotfeste.Dialogue.Contracts.ConversationId id, string view) =>
        (await visitor.OpenAsync($"{world.Path}/inbox?view={view}")).Document.QuerySelector($"a[data-row='{id}']") is not null;
}
