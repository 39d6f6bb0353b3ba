using System.Net;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.BulkChanges;

/// <summary>Several at once, and back in one step: what somebody has gone on with is theirs.</summary>
public sealed class ManyTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Several_are_changed_at_once_by_the_rules_of_one_and_put_back_as_one_step(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var (first, second, third) = (await world.AskedAsync("Når måkes Lia?"), await world.AskedAsync("Er badet åpent?"), await world.AskedAsync("Hvem retter lyset?"));
        var (kari, jonas) = (await world.SignInAsync(DialogueWorld.Kari), await world.SignInAsync(DialogueWorld.Jonas));
        await jonas.SendAsync(await jonas.OpenAsync($"{world.Path}/inbox/{third}"), $"{world.Path}/conversations/{third}/assignment");
        var page = await kari.OpenAsync($"{world.Path}/inbox/many");
        page.Document.QuerySelectorAll("input[name=conversation]").Length.ShouldBe(3);
        (await kari.SendAsync(page, $"{world.Path}/inbox/many", ("do", "Take"))).Document.QuerySelector("[role=alert]").ShouldNotBeNull();

        // The third is Jonas's: it stays so, and that is said.
        var taken = await DoAsync(world, kari, [first, second, third], ("do", "Take"));
        Said(taken).ShouldContain("Du har fått 2 samtaler til. Én ble som den var");
        (await world.ConversationAsync(second)).TakenBy.ShouldBe(world.Person(DialogueWorld.Kari));
        (await UndoAsync(world, kari, taken)).ShouldContain("2 samtaler er som før");
        (await world.ConversationAsync(first)).TakenBy.ShouldBeNull();
        (await world.ConversationAsync(third)).TakenBy.ShouldBe(world.Person(DialogueWorld.Jonas));

        var given = await DoAsync(world, kari, [first, second], ("do", "HandOver"), ("to", $"{world.Person(DialogueWorld.Jonas)}"));
        Said(given).ShouldContain("2 samtaler er satt over");
        (await jonas.OpenAsync($"{world.Path}/notices")).Text.ShouldContain("Kari Lunde setter over 2 samtaler til deg");
        await UndoAsync(world, kari, given);
        (await jonas.OpenAsync($"{world.Path}/notices")).Text.ShouldNotContain("setter over 2 samtaler");

        // One that somebody goes on with meanwhile is left to them.
        var closed = await DoAsync(world, kari, [first, second], ("do", "Close"), ("outcome", nameof(ConversationOutcome.NoAnswer)));
        (await world.ConversationAsync(first)).State.ShouldBe(ConversationState.Closed);
        await jonas.SendAsync(await jonas.OpenAsync($"{world.Path}/inbox/{second}"), $"{world.Path}/conversations/{second}/reopening");
        (await UndoAsync(world, kari, closed)).ShouldContain("Én samtale er som før. Én er endret siden");
        var open = await world.ConversationAsync(first);
        open.State.ShouldBe(ConversationState.WaitingForUs);
        open.DueAt.ShouldNotBeNull("its time runs on; while it was closed it stood, as with any that is opened again");

        var later = await DoAsync(world, kari, [first], ("do", "PutOff"), ("until", "tomorrow"));
        Said(later).ShouldContain("Én samtale er utsatt");
        await UndoAsync(world, kari, later);
        (await world.ConversationAsync(first)).SnoozedUntil.ShouldBeNull();
        (await jonas.PostAsync(UndoOf(later), (await jonas.OpenAsync($"{world.Path}/inbox/many")).Token)).Status.ShouldBe(HttpStatusCode.NotFound, "it is hers");
    }

    private static Task<Seen> DoAsync(DialogueWorld world, Visitor visitor, IReadOnlyList<ConversationId> ids, params (string, string)[] fields) =>
        DoAsync(world, visitor, ids.Select(id => ("conversation", $"{id}")).Concat(fields).ToArray());

    private static async Task<Seen> DoAsync(DialogueWorld world, Visitor visitor, (string, string)[] fields)
    {
        var page = await visitor.OpenAsync($"{world.Path}/inbox/many");
        return await visitor.PostAsync($"{world.Path}/inbox/many", [page.Token, .. fields]);
    }

    private static async Task<string> UndoAsync(DialogueWorld world, Visitor visitor, Seen done) => Said(await visitor.SendAsync(done, UndoOf(done)));

    private static string UndoOf(Seen done) => done.Document.QuerySelector("[data-done] form")!.GetAttribute("action")!;

    private static string Said(Seen page) => page.Document.QuerySelector("[data-done]")!.TextContent;
}
