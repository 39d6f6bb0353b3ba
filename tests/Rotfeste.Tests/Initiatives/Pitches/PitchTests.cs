using System.Net;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Pitches;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Initiatives.Pitches;

public sealed class PitchTests
{
    [Fact]
    public void Every_section_of_a_page_stands_on_one_of_the_two_sheets() =>
        PitchOutline.Why.Concat(PitchOutline.How).Order(StringComparer.Ordinal)
            .ShouldBe(BriefFields.All.Where(f => f.Kind is FieldKind.Words or FieldKind.Week).Select(f => f.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_what_is_filled_in_is_shown_in_the_order_in_which_it_is_told()
    {
        var words = new Dictionary<string, string> { ["objectives"] = "Færre telefoner", ["gain"] = "Svar samme dag", ["solve"] = "" };

        PitchOutline.Pick(PitchOutline.Why, words).Select(p => p.Key).ShouldBe(["gain", "objectives"]);
        PitchOutline.Missing(words).ShouldBe(["changing", "solve", "values", "cost", "return", "still", "dangers"]);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_leader_reads_the_pitch_and_answers_right_there(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        var address = await world.PublishedAsync(kari);

        var pitch = await tor.OpenAsync($"{address}/pitch");
        var answered = await tor.SendAsync(pitch, pitch.Document.QuerySelector("form[action$='/answers']")!.GetAttribute("action")!, ("stand", "Agree"));

        var sheets = string.Concat(pitch.Document.QuerySelectorAll(".rf-sheet").Select(s => s.TextContent));
        sheets.ShouldContain("Det er noe å vinne");
        sheets.ShouldNotContain("Hva det koster å stå stille");
        answered.Address.ShouldStartWith($"{address}/pitch");
        answered.Document.QuerySelectorAll(".rf-sheet")[^1].TextContent.ShouldContain("Tor Egil Aas");
    }

    [Fact]
    public async Task The_pitch_of_an_empty_page_says_what_to_do()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var address = await world.BeginAsync(kari);

        var pitch = await kari.OpenAsync($"{address}/pitch");

        pitch.Text.ShouldContain("Ingenting å vise ledelsen ennå");
        pitch.Document.QuerySelector($"a[href='{address}/brief']").ShouldNotBeNull();
        (await kari.OpenAsync($"{address}/pitch.docx")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_is_named_on_a_pitch_for_not_having_answered()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var address = await world.PublishedAsync(kari);

        // Kari owns it and sees Jonas's name on the initiative's own page; on a projector everybody would.
        (await kari.OpenAsync($"{address}/pitch")).Text.ShouldNotContain("Jonas Eide");
    }

    [Fact]
    public async Task Nobody_is_named_on_a_pitch_for_an_answer_that_must_be_given_anew()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var jonas = await world.SignInAsync(InitiativeWorld.Jonas);
        var address = await world.PublishedAsync(kari);
        await world.AnswerAsync(jonas, address, "Agree");
        (await kari.OpenAsync($"{address}/pitch")).Text.ShouldContain("Jonas Eide");

        world.Clock.Move(NodaTime.Duration.FromDays(400));
        using var later = await world.SignInAsync(InitiativeWorld.Kari);

        (await later.OpenAsync($"{address}/pitch")).Text.ShouldNotContain("Jonas Eide");
    }

    [Fact]
    public async Task Another_organisation_finds_neither_pitch_nor_file()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var nora = await world.NeighbourAsync();
        var address = (await world.PublishedAsync(kari)).Replace("/fjordvik", "/storelva-kommune", StringComparison.Ordinal);

        (await nora.OpenAsync($"{address}/pitch")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nora.OpenAsync($"{address}/pitch.docx")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
