using System.Net;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.SavedViews;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.SavedViews;

public sealed class SavedViewTests
{
    [Fact]
    public async Task An_own_view_is_kept_under_its_name_found_again_and_let_go()
    {
        await using var world = await DialogueWorld.MakeAsync();
        await world.AskedAsync("Når kommer vannet tilbake?");
        var label = Label.Of(world.Organisation, "Vann");
        await world.ReadAsync(db =>
        {
            db.Add(label);
            return db.SaveChangesAsync();
        });
        var (inbox, views) = ($"{world.Path}/inbox", $"{world.Path}/inbox/views");
        var kari = await world.SignInAsync(DialogueWorld.Kari);

        // What it is narrowed to proposes the name, and the menu says which view one looks at.
        var narrow = await kari.OpenAsync($"{inbox}?view=free&label={label.Id}");
        narrow.Document.QuerySelector("#narrow-name")!.GetAttribute("value").ShouldBe("Vann");
        narrow.Document.QuerySelector("#more-views summary")!.HasAttribute("aria-current").ShouldBeFalse();
        var kept = await kari.SendAsync(narrow, views, ("name", "Vann"));
        var summary = kept.Document.QuerySelector("#more-views summary")!;
        (summary.TextContent.Trim(), summary.GetAttribute("aria-current")).ShouldBe(("Vann", "true"));
        kept.Document.QuerySelectorAll(".rf-views a[aria-current]").Length.ShouldBe(1, "no tab but its own link");

        // The same name holds the newer view, also where there is room for no more.
        for (var one = 1; one < SavedView.Most; one++)
            await kari.PostAsync(views, kept.Token, ("name", $"Sak {one}"), ("wish", $"?q=sak{one}"));
        await kari.PostAsync(views, kept.Token, ("name", "En til"), ("wish", "?q=til"));
        await kari.PostAsync(views, kept.Token, ("name", "Sak 1"), ("wish", "?q=sak"));
        var all = await world.ReadAsync(db => db.Set<SavedView>().AsNoTracking().ToListAsync());
        all.Count.ShouldBe(SavedView.Most);
        all.Single(v => v.Name == "Sak 1").Words.ShouldBe("sak");
        var full = await kari.OpenAsync($"{inbox}?q=fullt");
        full.Text.ShouldContain("Du har 20 visninger fra før");
        full.Document.QuerySelector("#narrow-name").ShouldBeNull();

        // A colleague neither sees it nor takes it away; a label takes along what was narrowed to it.
        var jonas = await world.SignInAsync(DialogueWorld.Jonas);
        var theirs = await jonas.OpenAsync(inbox);
        theirs.Text.ShouldNotContain("Sak 1");
        (await jonas.PostAsync($"{views}/{all[0].Id}/removal", theirs.Token)).Status.ShouldBe(HttpStatusCode.NotFound);
        await kari.PostAsync($"{world.Path}/labels/{label.Id}/removal", kept.Token);
        await kari.PostAsync($"{views}/{all.Single(v => v.Name == "Sak 2").Id}/removal", kept.Token);
        (await world.ReadAsync(db => db.Set<SavedView>().CountAsync())).ShouldBe(SavedView.Most - 2);
    }
}
