using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Dialogue.Archives;
using Rotfeste.Platform.Ledger;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Archives;

public sealed class ArchiveFlagTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_conversation_is_flagged_for_the_archive_found_by_it_and_taken_away_again_with_a_reason(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var thea = await world.SignInAsync(DialogueWorld.Thea);
        var id = await world.AskedAsync("Dere lovet gjerde langs elva i 2019. Når kommer det?");
        await world.AskedAsync("Har biblioteket åpent i romjula?", "geir");

        var page = await kari.OpenAsync($"{world.Path}/inbox/{id}/archive");
        (await kari.SendAsync(page, $"{world.Path}/conversations/{id}/archive", ("case", new string('4', 101)))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var flagged = await kari.SendAsync(page, $"{world.Path}/conversations/{id}/archive", ("case", "24/117"));
        flagged.Text.ShouldContain("Kari Lunde");
        flagged.Text.ShouldContain("Sak 24/117");
        await kari.SendAsync(page, $"{world.Path}/conversations/{id}/archive");
        (await world.ReadAsync(db => db.Set<ArchiveFlag>().CountAsync())).ShouldBe(1, "it was flagged already");

        (await kari.OpenAsync($"{world.Path}/inbox/{id}")).Text.ShouldContain("Skal arkiveres");
        var found = await kari.OpenAsync($"{world.Path}/inbox?view=all&archive=yes");
        found.Text.ShouldContain("gjerde langs elva");
        found.Text.ShouldNotContain("biblioteket");
        await kari.SendAsync(found, $"{world.Path}/inbox/views", ("name", "Arkiv"));
        (await kari.OpenAsync($"{world.Path}/inbox")).Document.QuerySelector("a[href$='archive=yes']").ShouldNotBeNull("the view is kept whole");
        var list = await kari.OpenAsync($"{world.Path}/archive");
        list.Text.ShouldContain("gjerde langs elva");
        list.Text.ShouldNotContain("biblioteket");

        (await thea.SendAsync(await thea.OpenAsync($"{world.Path}/inbox/{id}/archive"), $"{world.Path}/conversations/{id}/archive/removal", ("reason", " ")))
            .Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var removed = await thea.SendAsync(
            await thea.OpenAsync($"{world.Path}/inbox/{id}/archive"), $"{world.Path}/conversations/{id}/archive/removal", ("reason", "Lovet av fylket, ikke av oss."));
        removed.Text.ShouldContain("Lovet av fylket, ikke av oss.");
        removed.Text.ShouldContain("Thea");
        (await kari.OpenAsync($"{world.Path}/archive")).Text.ShouldNotContain("gjerde langs elva");
        await world.App.InAsync(world.Organisation, async services =>
        {
            var lines = await services.GetRequiredService<LedgerLines>().FindAsync(world.Organisation, "conversation-", id.ToString(), CancellationToken.None);
            lines.Select(l => (l.Kind, l.By)).ShouldBe([
                ("conversation-flagged", world.Person(DialogueWorld.Kari)), ("conversation-unflagged", world.Person(DialogueWorld.Thea))]);
            lines.ShouldAllBe(l => !l.Data.Contains("fylket") && !l.Data.Contains("24/117"));
        });
    }

    [Fact]
    public async Task A_neighbour_finds_no_flag_of_ours()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var neighbour = await world.NeighbourAsync();
        var nora = await neighbour.SignInAsync("nora@storelva.example");
        var id = await world.AskedAsync("Gjelder dette i hele kommunen?");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}/archive"), $"{world.Path}/conversations/{id}/archive");
        (await kari.OpenAsync($"{world.Path}/archive")).Text.ShouldContain("hele kommunen");

        (await nora.OpenAsync($"{neighbour.Path}/inbox/{id}/archive")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nora.OpenAsync($"{neighbour.Path}/archive")).Text.ShouldNotContain("hele kommunen");
    }
}
