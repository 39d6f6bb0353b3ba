using System.Net;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Agreements;

public sealed class TalkTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Sentences_are_unseen_until_all_who_wish_have_written(Provider provider)
    {
        await using var world = await AgreementWorld.MakeAsync(provider, published: false);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        using var tor = await world.SignInAsync(PeopleWorld.Tor);
        using var marit = await world.SignInAsync(AgreementWorld.Marit);

        await WriteAsync(world, jonas, "Jeg slipper å ringe tilbake.");
        (await tor.OpenAsync(world.Address)).Text.ShouldNotContain("ringe tilbake");
        (await world.SignInAsync(PeopleWorld.Kari)).Dispose();
        await WriteAsync(world, tor, "Folk stoler på oss.");
        (await world.StandingAsync()).SentencesOpened.ShouldBeFalse();
        var seen = await marit.SendAsync(await marit.OpenAsync(world.Address), $"{world.Address}/sentences", ("without", "yes"));

        seen.Text.ShouldContain("ringe tilbake");
        seen.Text.ShouldContain("stoler på oss");
        (await world.FactsAsync<SentencesOpened>("agreement-sentences-opened/1")).ShouldHaveSingleItem().Sentences.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_writes_after_the_others_are_seen_and_the_owner_notes_what_was_meant()
    {
        await using var world = await AgreementWorld.MakeAsync();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        var before = await jonas.OpenAsync(world.Address);

        var opened = await kari.SendAsync(await kari.OpenAsync(world.Address), $"{world.Address}/sentences/opening");
        await kari.SendAsync(opened, $"{world.Address}/sentences/notes", ("alike", "Alle vil svare raskere."), ("unlike", "Raskt er ikke likt."));

        var late = await jonas.SendAsync(before, $"{world.Address}/sentences", ("sentence", "For sent."));
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("Alle vil svare raskere.");
        (await jonas.PostAsync($"{world.Address}/sentences/opening")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_sentences_open_by_themselves_on_the_set_day()
    {
        await using var world = await AgreementWorld.MakeAsync();
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        await WriteAsync(world, jonas, "Jeg slipper å ringe tilbake.");
        var day = world.People.Clock.GetCurrentInstant().InZone(NodaTime.DateTimeZoneProviders.Tzdb["Europe/Oslo"]).Date.PlusDays(2);

        await kari.SendAsync(
            await kari.OpenAsync(world.Address), $"{world.Address}/sentences/day",
            ("day", NodaTime.Text.LocalDatePattern.Iso.Format(day)));
        (await kari.OpenAsync(world.Address)).Text.ShouldNotContain("ringe tilbake");
        world.People.Clock.Move(NodaTime.Duration.FromDays(3));

        using var again = await world.SignInAsync(PeopleWorld.Kari);
        (await again.OpenAsync(world.Address)).Text.ShouldContain("ringe tilbake");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Only_the_accountable_leader_decides_and_the_raiser_may_keep_the_objection(Provider provider)
    {
        await using var world = await AgreementWorld.MakeAsync(provider);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        using var tor = await world.SignInAsync(PeopleWorld.Tor);
        await world.AnswerAsync(jonas, AnswerKind.Disagree, "Vaktene går ikke opp.");
        var thread = (await world.StandingAsync()).Threads.Single().Thread;
        var ending = $"{world.Address}/threads/{thread}/ending";

        var page = await kari.OpenAsync(world.Address);
        page.Document.QuerySelector($"form[action='{ending}']").ShouldBeNull();
        var message = await kari.SendAsync(page, $"{world.Address}/threads/{thread}/messages", ($"message.{thread}", "Vi ser på vaktene."));
        var token = message.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await kari.PostAsync(ending, ("how", "DecidedByLeader"), ($"decided.{thread}", "Nei."), ("__RequestVerificationToken", token)))
            .Status.ShouldBe(HttpStatusCode.Forbidden);
        (await tor.SendAsync(await tor.OpenAsync(world.Address), ending, ("how", "DecidedByLeader"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await tor.SendAsync(await tor.OpenAsync(world.Address), ending, ("how", "DecidedByLeader"), ($"decided.{thread}", "Vi prøver i tre måneder."));
        await jonas.SendAsync(await jonas.OpenAsync(world.Address), $"{world.Address}/threads/{thread}/record");

        (await world.StandingAsync()).Threads.Single().ShouldSatisfyAllConditions(
            t => t.End.ShouldBe(ThreadEnd.DecidedByLeader), t => t.IsKept.ShouldBeTrue());
        (await world.OfAsync(PeopleWorld.Jonas)).Worth.ShouldBe(Worth.Objection);
    }

    [Fact]
    public async Task What_is_taken_in_is_so_in_a_version_newer_than_the_one_it_was_raised_on()
    {
        await using var world = await AgreementWorld.MakeAsync();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        await world.AnswerAsync(jonas, AnswerKind.Reservation, "Ikke på tirsdager.");
        var thread = (await world.StandingAsync()).Threads.Single().Thread;
        await world.PublishAsync(1, people: "Jonas og Marit, torsdag.");
        var page = await kari.OpenAsync(world.Address);

        (await kari.SendAsync(page, $"{world.Address}/threads/{thread}/ending", ($"version.{thread}", "1"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await kari.SendAsync(page, $"{world.Address}/threads/{thread}/ending", ($"version.{thread}", "2"));

        (await world.StandingAsync()).Threads.Single().EndedIn.ShouldBe(2);
        // Being taken in is not the raiser's yes.
        (await world.OfAsync(PeopleWorld.Jonas)).Worth.ShouldBe(Worth.Reservation);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_question_is_answered_by_name_with_the_day_of_the_meeting(Provider provider)
    {
        await using var world = await AgreementWorld.MakeAsync(provider);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        await jonas.SendAsync(await jonas.OpenAsync(world.Address), $"{world.Address}/threads", ("question", "Hvem\u0007 tar ferien? <script>"));
        var thread = (await world.StandingAsync()).Threads.Single().Thread;

        await kari.SendAsync(
            await kari.OpenAsync(world.Address), $"{world.Address}/threads/{thread}/messages",
            ($"message.{thread}", "Vi bytter på."), ("said", "yes"), ($"day.{thread}", "2026-01-13"));

        var seen = await jonas.OpenAsync(world.Address);
        seen.Text.ShouldContain("Hvem tar ferien? <script>");
        seen.Text.ShouldContain("Sagt i møtet 13. januar 2026");
        await jonas.SendAsync(seen, $"{world.Address}/threads/{thread}/ending", ("how", "Accepted"));
        (await world.StandingAsync()).OpenThreads.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_was_said_in_a_meeting_is_an_answer_once_the_person_confirms_it(Provider provider)
    {
        await using var world = await AgreementWorld.MakeAsync(provider);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        await kari.SendAsync(
            await kari.OpenAsync(world.Address), $"{world.Address}/meetings", ("kind", "Department"), ("day", "2026-01-13"),
            ("decided", "Vi begynner i februar."), ($"there.{world.Jonas}", "yes"), ($"said.{world.Jonas}", "Agree"));
        (await world.OfAsync(PeopleWorld.Jonas)).Worth.ShouldBe(Worth.NotYet);
        await world.PublishAsync(1, objective: "Noe helt annet.");

        var page = await jonas.OpenAsync(world.Address);
        var action = page.Document.QuerySelector("form[action$='/confirmation']")!.GetAttribute("action")!;
        await jonas.SendAsync(page, action);

        // It was said about the first version, and counts for that one alone.
        (await world.OfAsync(PeopleWorld.Jonas)).ShouldSatisfyAllConditions(
            p => p.Said.ShouldBe(AnswerKind.Agree), p => p.Version.ShouldBe(1), p => p.Worth.ShouldBe(Worth.Stale));
        (await jonas.OpenAsync(world.Address)).Document.QuerySelector("form[action$='/confirmation']").ShouldBeNull();
    }

    private static async Task WriteAsync(AgreementWorld world, Visitor visitor, string sentence) =>
        await visitor.SendAsync(await visitor.OpenAsync(world.Address), $"{world.Address}/sentences", ("sentence", sentence));
}
