using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Keepings;
using Rotfeste.Platform.Ledger;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Archives;

public sealed class DeletedWordsTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_its_author_deletes_goes_here_too_unless_a_law_is_named_and_it_was_flagged_and_then_it_is_shown_on_purpose_alone(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var flagged = await world.AskedAsync("Dere lovet gjerde langs elva i 2019.", name: "Ingrid Solli");
        var later = await world.AskedAsync("Når kommer bussen til Nordvik?", "liv");
        var free = await world.AskedAsync("Hva koster barnehagen?", "geir");
        foreach (var id in new[] { flagged, later })
            await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}/archive"), $"{world.Path}/conversations/{id}/archive");
        await DeleteAsync(later);
        (await world.ReadAsync(db => db.Set<DeletedWords>().CountAsync())).ShouldBe(0, "nobody has named a law");

        var page = await kari.OpenAsync($"{world.Path}/inbox/keeping");
        (await kari.SendAsync(page, $"{world.Path}/inbox/keeping", ("choice", "keep"), ("deleted", "archive"), ("ground", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await kari.SendAsync(page, $"{world.Path}/inbox/keeping", ("choice", "keep"), ("deleted", "archive"), ("ground", "Arkivplikten vår"));
        await DeleteAsync(free);
        await DeleteAsync(flagged);

        (await world.ReadAsync(db => db.Set<DeletedWords>().SingleAsync())).Conversation.ShouldBe(flagged);
        foreach (var address in new[] { $"inbox/{flagged}", "inbox?view=all&q=gjerde", "archive", $"inbox/{flagged}/archive" })
            (await kari.OpenAsync($"{world.Path}/{address}")).Text.ShouldNotContain("Dere lovet gjerde", customMessage: address);
        var shown = await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{flagged}/archive"), $"{world.Path}/conversations/{flagged}/archive/words");
        shown.Text.ShouldContain("Dere lovet gjerde langs elva i 2019.");
        shown.Text.ShouldContain("Arkivplikten vår");
        await world.App.InAsync(world.Organisation, async services =>
            (await services.GetRequiredService<LedgerLines>().FindAsync(world.Organisation, "deleted-words-", flagged.ToString(), CancellationToken.None))
                .Select(l => (l.Kind, l.By)).ShouldBe([("deleted-words-kept", null), ("deleted-words-shown", world.Person(DialogueWorld.Kari))]));

        await kari.SendAsync(shown, $"{world.Path}/conversations/{flagged}/archive/removal", ("reason", "Var et spørsmål til fylket."));
        (await world.ReadAsync(db => db.Set<DeletedWords>().CountAsync())).ShouldBe(0, "without a flag there is no ground");

        async Task DeleteAsync(Rotfeste.Dialogue.Contracts.ConversationId id)
        {
            await world.EraseAsync((await world.ConversationAsync(id)).Posts[0].Post);
            await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.Gone));
        }
    }
}
