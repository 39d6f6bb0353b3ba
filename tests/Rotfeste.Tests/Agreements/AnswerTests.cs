using System.Net;
using AngleSharp.Html.Dom;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Agreements;

public sealed class AnswerTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task An_answer_is_kept_told_and_counted_in_its_directions(Provider provider)
    {
        await using var world = await AgreementWorld.MakeAsync(provider);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);

        var seen = await world.AnswerAsync(jonas, AnswerKind.Agree);

        seen.Address.ShouldBe(world.Address);
        (await world.OfAsync(PeopleWorld.Jonas)).ShouldSatisfyAllConditions(
            p => p.Worth.ShouldBe(Worth.Agree), p => p.Version.ShouldBe(1), p => p.Cause.ShouldBeNull());
        (await world.StandingAsync()).Count(Directions.Sideways).ShouldSatisfyAllConditions(
            c => c.Asked.ShouldBe(2), c => c.Of(Worth.Agree).ShouldBe(1), c => c.Of(Worth.NotYet).ShouldBe(1));
        (await world.FactsAsync<AnswerGiven>("agreement-answer-given/1")).ShouldHaveSingleItem().Person.ShouldBe(world.Jonas);
        (await world.People.EntriesAsync("agreement-answered")).ShouldBe(1);
    }

    [Theory]
    [InlineData(AnswerKind.Reservation)]
    [InlineData(AnswerKind.Disagree)]
    public async Task A_missing_reason_brings_the_form_back_with_what_was_chosen(AnswerKind kind)
    {
        await using var world = await AgreementWorld.MakeAsync();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);

        var seen = await world.AnswerAsync(jonas, kind, " ");

        seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((IHtmlInputElement)seen.Document.QuerySelector($"input[name=stand][value={kind}]")!).IsChecked.ShouldBeTrue();
        seen.Document.QuerySelector("#errors a")!.GetAttribute("href").ShouldBe($"#f-reason-{kind.ToString().ToLowerInvariant()}");
        (await world.OfAsync(PeopleWorld.Jonas)).Worth.ShouldBe(Worth.NotYet);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task An_answer_to_a_version_that_was_just_replaced_is_kept_for_what_was_read(Provider provider)
    {
        await using var world = await AgreementWorld.MakeAsync(provider);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        var read = await jonas.OpenAsync(world.Address);
        (await world.PublishAsync(1, objective: "Folk får svar innen to timer.")).Refusal.ShouldBeNull();

        var seen = await jonas.SendAsync(read, $"{world.Address}/answers", ("stand", "Agree"));

        (await world.OfAsync(PeopleWorld.Jonas)).ShouldSatisfyAllConditions(
            p => p.Worth.ShouldBe(Worth.Stale), p => p.Said.ShouldBe(AnswerKind.Agree), p => p.Version.ShouldBe(1),
            p => p.Cause.ShouldBe(StaleCause.Changed), p => p.BrokenBy.ShouldBe(2));
        seen.Document.QuerySelector(".rf-changed ins")!.TextContent.ShouldContain("innen to timer");
        seen.Document.QuerySelector(".rf-changed del .ds-sr-only").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Answers_given_at_once_are_all_kept(Provider provider)
    {
        await using var world = await AgreementWorld.MakeAsync(provider);
        var visitors = await Task.WhenAll(new[] { PeopleWorld.Tor, PeopleWorld.Jonas, AgreementWorld.Marit }.Select(world.SignInAsync));

        await Task.WhenAll(visitors.Select(v => world.AnswerAsync(v, AnswerKind.Agree)));

        (await world.StandingAsync()).Count(Directions.None).Of(Worth.Agree).ShouldBe(3);
        foreach (var visitor in visitors)
            visitor.Dispose();
    }

    [Fact]
    public async Task Section_by_section_the_gravest_counts_and_each_reason_is_a_thread()
    {
        await using var world = await AgreementWorld.MakeAsync();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        var page = await jonas.OpenAsync(world.Address);

        await jonas.SendAsync(
            page, $"{world.Address}/answers", ("scope", "sections"), ("stand.objective", "Agree"), ("stand.people", "Reservation"),
            ("reason.people.Reservation", "Ikke på tirsdager."));

        (await world.OfAsync(PeopleWorld.Jonas)).Worth.ShouldBe(Worth.Reservation);
        (await world.StandingAsync()).OpenThreads.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            t => t.Kind.ShouldBe(ThreadKind.Reservation), t => t.Section.ShouldBe("people"), t => t.RaisedBy.ShouldBe(world.Jonas));
    }

    [Fact]
    public async Task A_section_without_an_answer_is_asked_for()
    {
        await using var world = await AgreementWorld.MakeAsync();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        var page = await jonas.OpenAsync(world.Address);

        var seen = await jonas.SendAsync(page, $"{world.Address}/answers", ("scope", "sections"), ("stand.objective", "Agree"));

        seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.Document.QuerySelector("#errors a")!.GetAttribute("href").ShouldBe("#f-stand-people");
    }

    [Fact]
    public async Task Whoever_comes_round_lets_go_of_the_reservation_and_the_earlier_answer_stays_in_the_history()
    {
        await using var world = await AgreementWorld.MakeAsync();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        await world.AnswerAsync(jonas, AnswerKind.Reservation, "Ikke på tirsdager.");

        var seen = await world.AnswerAsync(jonas, AnswerKind.Agree);

        (await world.StandingAsync()).Threads.ShouldHaveSingleItem().End.ShouldBe(ThreadEnd.Accepted);
        seen.Text.ShouldContain("Tidligere svar fra deg");
    }

    [Fact]
    public async Task Only_those_who_are_asked_answer()
    {
        await using var world = await AgreementWorld.MakeAsync();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        var page = await jonas.OpenAsync(world.Address);
        foreach (var email in new[] { PeopleWorld.Kari, AgreementWorld.Amina })
        {
            using var other = await world.SignInAsync(email);
            var theirs = await other.OpenAsync(world.Address);
            theirs.Document.QuerySelector($"form[action='{world.Address}/answers']").ShouldBeNull();
            var token = theirs.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
            (await other.PostAsync($"{world.Address}/answers", ("version", "1"), ("scope", "whole"), ("stand", "Agree"), ("__RequestVerificationToken", token)))
                .Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.BadRequest);
        }

        page.Status.ShouldBe(HttpStatusCode.OK);
        (await world.StandingAsync()).People.ShouldAllBe(p => p.Worth == Worth.NotYet);
    }

    [Fact]
    public async Task A_change_that_one_calls_more_than_wording_asks_everyone_who_answered_before_it()
    {
        await using var world = await AgreementWorld.MakeAsync();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        using var tor = await world.SignInAsync(PeopleWorld.Tor);
        await world.AnswerAsync(jonas, AnswerKind.Agree);
        await world.AnswerAsync(tor, AnswerKind.Agree);
        await world.PublishAsync(1, people: "Jonas alene, hver dag.");
        (await world.OfAsync(PeopleWorld.Jonas)).Worth.ShouldBe(Worth.Agree);

        await jonas.SendAsync(await jonas.OpenAsync(world.Address), $"{world.Address}/versions/2/substance");

        (await world.OfAsync(PeopleWorld.Tor)).ShouldSatisfyAllConditions(
            p => p.Worth.ShouldBe(Worth.Stale), p => p.Cause.ShouldBe(StaleCause.NotJustWording));
        (await world.FactsAsync<PersonAsked>("person-asked/1")).Count(f => f.Why == AskReason.NotJustWording).ShouldBe(2);
    }

    [Fact]
    public async Task One_tap_takes_an_answer_up_again()
    {
        await using var world = await AgreementWorld.MakeAsync();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        await world.AnswerAsync(jonas, AnswerKind.Agree);

        await jonas.SendAsync(await jonas.OpenAsync(world.Address), $"{world.Address}/answers/reopening");

        (await world.OfAsync(PeopleWorld.Jonas)).Cause.ShouldBe(StaleCause.Reopened);
    }

    [Fact]
    public async Task Who_has_not_answered_is_told_to_owner_and_leader_alone()
    {
        await using var world = await AgreementWorld.MakeAsync();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        using var amina = await world.SignInAsync(AgreementWorld.Amina);

        (await kari.OpenAsync(world.Address)).Document.QuerySelector("#stands")!.TextContent.ShouldContain("Marit Hauge");
        (await jonas.OpenAsync(world.Address)).Text.ShouldNotContain("Marit Hauge");
        (await amina.OpenAsync(world.Address)).Text.ShouldNotContain("Marit Hauge");
    }

    [Fact]
    public async Task The_form_leads_back_to_our_own_addresses_alone()
    {
        await using var world = await AgreementWorld.MakeAsync();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        var page = await jonas.OpenAsync(world.Address);

        var seen = await jonas.SendAsync(
            page, $"{world.Address}/answers", ("stand", "Agree"), ("return", $"/{world.People.Fjordvik.Slug}/people"));
        seen.Address.ShouldEndWith("/people");

        var elsewhere = await jonas.SendAsync(page, $"{world.Address}/answers", ("stand", "Agree"), ("return", "//evil.example/x"));
        elsewhere.Address.ShouldNotContain("evil");
    }
}
