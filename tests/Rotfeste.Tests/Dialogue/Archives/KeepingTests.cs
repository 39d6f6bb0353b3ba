using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Histories;
using Rotfeste.Dialogue.Keepings;
using Rotfeste.Dialogue.Programs;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Archives;

public sealed class KeepingTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Old_words_go_and_times_and_outcomes_stay_but_what_the_archive_waits_for_or_somebody_waits_in_is_not_touched(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var now = SystemClock.Instance.GetCurrentInstant();
        var old = await world.AskedAsync("Blir det bading i Tverrvatnet?", at: now - Duration.FromDays(900));
        var archived = await world.AskedAsync("Dere lovet gjerde langs elva.", "geir", now - Duration.FromDays(900));
        var waiting = await world.AskedAsync("Hvem måker Storgata?", "liv", now - Duration.FromDays(900));
        var recent = await world.AskedAsync("Når åpner svømmehallen?", "ola", now - Duration.FromDays(20));
        foreach (var id in new[] { old, archived, recent })
            await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/closure", ("outcome", "Solved"));
        foreach (var id in new[] { old, recent })
            await Programs.Program.RepliedAsync(world, id);
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{archived}/archive"), $"{world.Path}/conversations/{archived}/archive");
        var events = await world.ReadAsync(db => db.Set<HistoryEvent>().CountAsync());

        var page = await kari.OpenAsync($"{world.Path}/inbox/keeping");
        (await kari.SendAsync(page, $"{world.Path}/inbox/keeping", ("choice", "forget"), ("days", "3"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await kari.SendAsync(page, $"{world.Path}/inbox/keeping", ("choice", "forget"), ("days", "730"))).Text.ShouldContain("1 samtale er gammel nok");
        await RunAsync(world);
        await RunAsync(world);

        (await StandAsync(world, old)).ShouldBe((true, ConversationState.Closed, ConversationOutcome.Solved));
        (await world.ConversationAsync(old)).RootUri.ShouldNotContain("ingrid");
        var shown = await kari.OpenAsync($"{world.Path}/inbox/{old}");
        shown.Text.ShouldContain("Ordene ble slettet da tiden var ute");
        shown.Text.ShouldNotContain("Tverrvatnet");
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(old)).Posts.ShouldAllBe(p => p.IsErased));
        (await world.ReadAsync(db => db.Set<HistoryEvent>().CountAsync())).ShouldBe(events, "response times of earlier years stay");
        (await world.ReadAsync(db => db.Set<RepeatedReply>().SingleAsync())).Conversation.ShouldBe(recent, "by which request a program answered goes too");
        foreach (var kept in new[] { archived, waiting, recent })
            (await StandAsync(world, kept)).Forgotten.ShouldBeFalse();
        (await kari.OpenAsync($"{world.Path}/inbox/{archived}")).Text.ShouldContain("gjerde langs elva");

        await kari.SendAsync(page, $"{world.Path}/inbox/keeping", ("choice", "keep"));
        (await world.ReadAsync(db => db.Set<KeepingRule>().SingleAsync())).Days.ShouldBeNull();
    }

    private static async Task<(bool Forgotten, ConversationState State, ConversationOutcome? Outcome)> StandAsync(DialogueWorld world, ConversationId id) =>
        await world.ConversationAsync(id) is var found ? (found.ForgottenAt is not null, found.State, found.Outcome) : default;

    private static Task RunAsync(DialogueWorld world) => world.App.InAsync(world.Organisation, async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        var chain = (await db.Set<KeepingRule>().AsNoTracking().SingleAsync()).Chain;
        await db.WriteAsync(
            async () =>
            {
                await services.GetRequiredService<ForgetConversations>().DoAsync(
                    new ForgetConversationsJob(world.Organisation, chain, 1), new DueTry(1), CancellationToken.None);
                await db.SaveChangesAsync();
            },
            CancellationToken.None);
    });
}
