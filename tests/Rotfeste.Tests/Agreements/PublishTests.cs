using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Agreements;

public sealed class PublishTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Of_two_who_publish_at_once_one_is_told_and_nothing_is_merged(Provider provider)
    {
        await using var world = await AgreementWorld.MakeAsync(provider);

        var both = await Task.WhenAll(world.PublishAsync(1, people: "Jonas."), world.PublishAsync(1, people: "Marit."));

        both.Count(p => p.Refusal is null).ShouldBe(1);
        both.Single(p => p.Refusal is not null).Refusal.ShouldBe(PublishRefusal.ReplacedMeanwhile);
        (await world.StandingAsync()).Version.ShouldBe(2);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Outside_of_one_write_the_later_save_is_refused_by_the_database(Provider provider)
    {
        await using var world = await AgreementWorld.MakeAsync(provider);
        await world.App.InAsync(world.Organisation, async slow =>
        {
            await slow.GetRequiredService<AgreementOrders>().PublishAsync(
                world.Subject, AgreementWorld.Publication(1, people: "Jonas."), world.Kari, CancellationToken.None);
            await world.PublishAsync(1, people: "Marit.");

            await Should.ThrowAsync<DbUpdateException>(() => slow.GetRequiredService<AppDb>().SaveChangesAsync());
        });

        (await world.StandingAsync()).Version.ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused_and_nothing_changes()
    {
        await using var world = await AgreementWorld.MakeAsync(published: false);
        var good = AgreementWorld.Publication(0);

        (await world.PublishAsync(good with { Sections = [.. good.Sections.Select(s => s with { Words = " \n" })] })).Refusal.ShouldBe(PublishRefusal.Empty);
        (await world.PublishAsync(good with { Sections = [] })).Refusal.ShouldBe(PublishRefusal.Empty);
        (await world.PublishAsync(good with { Frame = new Frame(1_000_000_000_000_000) })).Refusal.ShouldBe(PublishRefusal.BadMoney);
        (await world.PublishAsync(good with { Frame = new Frame(-1) })).Refusal.ShouldBe(PublishRefusal.BadMoney);
        (await world.PublishAsync(good with { Frame = new Frame(0, -0.5m) })).Refusal.ShouldBe(PublishRefusal.BadHours);
        (await world.PublishAsync(good with { LookAgain = new LocalDate(2020, 1, 1) })).Refusal.ShouldBe(PublishRefusal.DatePassed);
        (await world.PublishAsync(good with { Sections = [good.Sections[0], good.Sections[0]] })).Refusal.ShouldBe(PublishRefusal.BadSection);
        (await world.PublishAsync(good with { Sections = [good.Sections[0] with { Key = "Hva?" }] })).Refusal.ShouldBe(PublishRefusal.BadSection);

        (await world.StandingAsync()).Version.ShouldBe(0);
        (await world.PublishAsync(good)).Version.ShouldBe(1);
        (await world.PublishAsync(good with { BuiltOn = 1 })).Refusal.ShouldBe(PublishRefusal.Unchanged);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task More_money_asks_whoever_holds_it_and_the_rest_are_told(Provider provider)
    {
        await using var world = await AgreementWorld.MakeAsync(provider);
        foreach (var email in new[] { PeopleWorld.Tor, PeopleWorld.Jonas, AgreementWorld.Marit })
        {
            using var visitor = await world.SignInAsync(email);
            await world.AnswerAsync(visitor, AnswerKind.Agree);
        }

        var more = AgreementWorld.Publication(1, frame: new Frame(240_000, 14));
        var preview = await world.App.InAsync(world.Organisation, s => s.GetRequiredService<AgreementQuestions>()
            .PreviewAsync(world.Subject, more, null, CancellationToken.None));
        await world.PublishAsync(more);

        (await RenderAsync(world, preview!)).ShouldSatisfyAllConditions(h => h.ShouldContain("Tor Egil Aas"), h => h.ShouldNotContain("Marit"));
        preview!.Asked.ShouldHaveSingleItem().ShouldBe(new AskedAgain(world.Tor, AskReason.MoreMoney));
        preview.Told.Count.ShouldBe(2);
        (await world.StandingAsync()).People.Where(p => p.Worth == Worth.Stale).ShouldHaveSingleItem().Person.ShouldBe(world.Tor);
        (await world.FactsAsync<PersonAsked>("person-asked/1")).Last().Why.ShouldBe(AskReason.MoreMoney);
        (await world.FactsAsync<PersonTold>("person-told/1")).Count.ShouldBe(2);
    }

    private static Task<string> RenderAsync(AgreementWorld world, AskPreview preview) => world.App.InAsync(world.Organisation, async services =>
    {
        var view = await services.GetRequiredService<AgreementScreens>().NameAsync(preview, CancellationToken.None);
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<AskPreviewPart>(
            ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(AskPreviewPart.View)] = view }))).ToHtmlString());
    });

    [Fact]
    public async Task A_new_person_is_asked_and_a_replaced_leader_answers_no_longer_as_one()
    {
        await using var world = await AgreementWorld.MakeAsync();
        using var tor = await world.SignInAsync(PeopleWorld.Tor);
        await world.AnswerAsync(tor, AnswerKind.Agree);

        await world.OrderAsync(orders => orders.SetPartiesAsync(
            world.Subject, world.Parties(new Asked(world[AgreementWorld.Amina], Directions.Sideways)) with { Leader = world[AgreementWorld.Marit] },
            world.Kari, CancellationToken.None));

        (await world.OfAsync(PeopleWorld.Tor)).Cause.ShouldBe(StaleCause.LeftRole);
        (await world.FactsAsync<PersonAsked>("person-asked/1")).Last().ShouldSatisfyAllConditions(
            f => f.Person.ShouldBe(world[AgreementWorld.Amina]), f => f.Why.ShouldBe(AskReason.New), f => f.Version.ShouldBe(1));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Whoever_leaves_the_organisation_takes_no_answer_along(Provider provider)
    {
        await using var world = await AgreementWorld.MakeAsync(provider);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        await world.AnswerAsync(jonas, AnswerKind.Agree);

        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        var page = $"/{world.People.Fjordvik.Slug}/people/{world.Jonas}";
        await kari.SendAsync(await kari.OpenAsync(page), $"{page}/departure");

        await HasLeftAsync(world);

        // That Jonas once joined may be heard after that he left.
        await world.App.InAsync(world.Organisation, services => ActivatorUtilities.CreateInstance<OnPersonJoined>(services)
            .HandleAsync([new PersonJoined(world.Organisation, world.Jonas, Roles.Employee, null)], CancellationToken.None));
        await HasLeftAsync(world);
    }

    private static Task HasLeftAsync(AgreementWorld world) =>
        Eventually.ShouldHoldAsync(async () => (await world.OfAsync(PeopleWorld.Jonas)).ShouldSatisfyAllConditions(
            p => p.Cause.ShouldBe(StaleCause.LeftRole), p => p.HasLeft.ShouldBeTrue()));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task The_look_again_date_ends_answers_when_its_day_is_over_where_the_organisation_is_also_when_the_clock_changes(int later)
    {
        await using var world = await AgreementWorld.MakeAsync(published: false);
        var zone = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
        var day = ClockChange(zone, world.People.Clock.GetCurrentInstant() + Duration.FromDays(2), later);
        await world.PublishAsync(0, lookAgain: day);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        await world.AnswerAsync(jonas, AnswerKind.Agree);

        var nextDay = zone.AtStartOfDay(day.PlusDays(1)).ToInstant();
        (nextDay - zone.AtStartOfDay(day).ToInstant()).ShouldNotBe(Duration.FromDays(1), "The day has 23 or 25 hours.");
        world.People.Clock.Move(nextDay - world.People.Clock.GetCurrentInstant() - Duration.FromMinutes(30));
        (await world.OfAsync(PeopleWorld.Jonas)).Worth.ShouldBe(Worth.Agree);
        world.People.Clock.Move(Duration.FromMinutes(31));

        (await world.OfAsync(PeopleWorld.Jonas)).Cause.ShouldBe(StaleCause.LookAgainPassed);
    }

    // The next day on which the clock changes, or the one after it: one of them goes forward, the other back.
    private static LocalDate ClockChange(DateTimeZone zone, Instant from, int later)
    {
        var interval = zone.GetZoneInterval(from);
        return (later == 0 ? interval : zone.GetZoneInterval(interval.End)).IsoLocalEnd.Date;
    }

    [Fact]
    public async Task Two_thousand_people_are_asked_and_each_answer_still_comes_through()
    {
        await using var world = await AgreementWorld.MakeAsync(published: false);
        var crowd = Enumerable.Range(0, 2_000).Select(_ => new Asked(PersonId.New(), Directions.Sideways)).ToArray();
        await world.OrderAsync(orders => orders.SetPartiesAsync(world.Subject, world.Parties(crowd), world.Kari, CancellationToken.None));
        await world.PublishAsync(0);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);

        var seen = await world.AnswerAsync(jonas, AnswerKind.Agree);

        seen.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await world.StandingAsync()).Count(Directions.Sideways).ShouldSatisfyAllConditions(
            c => c.Asked.ShouldBe(2_002), c => c.Of(Worth.Agree).ShouldBe(1), c => c.Of(Worth.NotYet).ShouldBe(2_001));
        (await world.FactsAsync<PersonAsked>("person-asked/1")).Count.ShouldBe(2_003);
    }

    [Fact]
    public async Task Another_organisation_finds_no_agreement()
    {
        await using var world = await AgreementWorld.MakeAsync();

        (await world.App.InAsync(OrganisationId.New(), s => s.GetRequiredService<AgreementQuestions>()
            .StandingsAsync(world.Subject.Kind, [world.Subject.Id], CancellationToken.None))).ShouldBeEmpty();
    }
}
