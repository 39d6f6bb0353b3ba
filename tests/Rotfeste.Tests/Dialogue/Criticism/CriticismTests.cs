using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Criticism;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.People.Notices;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Criticism;

public sealed class CriticismTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Sour_words_bring_up_the_guide_no_answer_is_a_choice_and_worse_is_reported_and_handed_over(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var sour = await world.AskedAsync("Dette er en skandale!! Fire dager uten vann.", author: "sur");
        var calm = await world.AskedAsync("Når åpner biblioteket på lørdag?", author: "rolig");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        (await kari.OpenAsync($"{world.Path}/inbox/{calm}")).Document.QuerySelector("#guide").ShouldBeNull();
        var open = await kari.OpenAsync($"{world.Path}/inbox/{sour}");
        open.Document.QuerySelector("#guide summary")!.TextContent.ShouldContain("«skandale», mange tegn på rad");
        open.Document.QuerySelectorAll("#guide li").Length.ShouldBe(4);

        var settings = await kari.OpenAsync($"{world.Path}/criticism");
        await kari.SendAsync(settings, $"{world.Path}/criticism", ("guide", "Pust.\nSvar."), ("care", "Anne Berg, 33 44 55 66"));
        open = await kari.OpenAsync($"{world.Path}/inbox/{sour}");
        open.Document.QuerySelectorAll("#guide li").Length.ShouldBe(2);

        await ReportsAsync(world, kari, open, $"{sour}");
        var jonas = await world.SignInAsync(DialogueWorld.Jonas);
        var his = await jonas.OpenAsync($"{world.Path}/inbox/{sour}");
        var closed = await jonas.SendAsync(his, $"{world.Path}/conversations/{sour}/silence", ("reason", "Det går mot personer."));
        closed.Text.ShouldContain("Jonas Eide valgte å ikke svare: «Det går mot personer.»");
        (await world.ConversationAsync(sour)).Outcome.ShouldBe(ConversationOutcome.NoAnswer);
    }

    [Theory]
    [InlineData("Dere er jo helt HÅPLØSE", "håpløse", false, false)]
    [InlineData("HVORFOR SVARER INGEN HER??", "", true, true)]
    [InlineData("NRK og NAV på TV i kveld?", "", false, false)]
    [InlineData("Flott gjort, vi er stolte av dere!", "", false, false)]
    [InlineData("This is unacceptable.", "unacceptable", false, false)]
    [InlineData("Det er fandeme for dårligt", "fandeme", false, false)]
    public void The_hint_says_what_it_saw(string text, string word, bool shouting, bool marks)
    {
        var signs = Sourness.Of(text);
        string.Join(' ', signs.Words).ShouldBe(word);
        (signs.HasShouting, signs.HasMarks).ShouldBe((shouting, marks));
        signs.Any.ShouldBe(word.Length > 0 || (shouting && marks));
    }

    private static async Task ReportsAsync(DialogueWorld world, Visitor kari, Seen open, string id)
    {
        var address = $"{world.Path}/inbox/{id}/harassment";
        await kari.SendAsync(open, $"{world.Path}/conversations/{id}/assignment");
        var form = await kari.OpenAsync(address);
        var action = $"{world.Path}/conversations/{id}/harassment";
        (await kari.SendAsync(form, action, ("words", "Hm"))).Document.QuerySelector("textarea")!.TextContent.ShouldContain("Hm");
        var told = await kari.SendAsync(form, action, ("kind", "Threat"), ("words", "Han truet meg."), ("cover", "yes"), ("to", $"{world.Person(DialogueWorld.Jonas)}"));
        told.Text.ShouldContain("Anne Berg, 33 44 55 66");
        told.Text.ShouldContain("Han truet meg.");

        (await world.ConversationAsync(ConversationId.From(Guid.Parse(id)))).TakenBy.ShouldBe(world.Person(DialogueWorld.Jonas));
        (await world.ReadAsync(db => db.Set<WrittenNotice>().CountAsync(n => n.Kind == "harassment-handed"))).ShouldBe(1);
        var inbox = await kari.OpenAsync($"{world.Path}/inbox");
        inbox.Document.QuerySelector($"[data-row='{id}']")!.TextContent.ShouldContain("Dekket til");
        inbox.Text.ShouldNotContain("skandale");
        (await kari.OpenAsync($"{world.Path}/inbox/{id}")).Document.QuerySelector(".rf-thread details .voice")!.TextContent.ShouldContain("skandale");
        var entry = await world.ReadAsync(db => db.Database.SqlQuery<string>($"SELECT \"Data\" AS \"Value\" FROM platform_ledger WHERE \"Kind\" = 'harassment-reported'").SingleAsync());
        entry.ShouldNotContain("truet");

        await kari.SendAsync(await kari.OpenAsync(address), $"{action}/uncovering");
        (await kari.OpenAsync($"{world.Path}/inbox")).Text.ShouldContain("skandale");
        (await world.ReadAsync(db => db.Set<HarassmentReport>().SingleAsync())).IsCovered.ShouldBeFalse();
    }
}
