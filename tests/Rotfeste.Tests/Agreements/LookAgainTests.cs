using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Standings;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Agreements;

/// <summary>The job that looks at an agreement on the days on which something ends by itself.</summary>
public sealed class LookAgainTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task When_the_day_to_look_again_has_passed_each_answer_is_told_stale_once(Provider provider)
    {
        await using var world = await AgreementWorld.MakeAsync(provider, published: false);
        var day = world.People.Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Oslo"]).Date.PlusDays(10);
        await world.PublishAsync(0, lookAgain: day);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        await world.AnswerAsync(jonas, AnswerKind.Agree);
        (await LookAsync(world)).Again.ShouldNotBeNull();
        (await StaleAsync(world)).ShouldBeEmpty();

        world.People.Clock.Move(Duration.FromDays(11));
        (await LookAsync(world)).Again.ShouldBeNull();
        await LookAsync(world);

        var told = (await StaleAsync(world)).ShouldHaveSingleItem();
        (told.Person, told.Cause).ShouldBe((world.Jonas, StaleCause.LookAgainPassed));
        (await world.OfAsync(PeopleWorld.Jonas)).Worth.ShouldBe(Worth.Stale);
    }

    private static Task<List<AnswerWentStale>> StaleAsync(AgreementWorld world) => world.FactsAsync<AnswerWentStale>("agreement-answer-went-stale/1");

    private static Task<DueOutcome> LookAsync(AgreementWorld world) => world.App.InAsync(world.Organisation, services =>
        services.GetRequiredService<LookAgain>().DoAsync(new LookAgainJob(world.Organisation, world.Id), new DueTry(1), CancellationToken.None));
}
