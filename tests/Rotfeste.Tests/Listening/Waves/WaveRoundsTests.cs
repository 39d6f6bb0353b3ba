using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Sources;
using Rotfeste.Listening.Volumes;
using Rotfeste.Listening.Waves;
using Rotfeste.People.Notices;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Waves;

public sealed class WaveRoundsTests
{
    private static readonly CancellationToken Cancellation = CancellationToken.None;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_wave_is_told_once_to_those_who_asked_however_often_it_is_looked_at(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider, WithoutOwnRounds);
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        var last = WaveRounds.LastStep(SystemClock.Instance.GetCurrentInstant());
        var search = await PlantAsync(app, organisation, "Vann og avløp", last, burst: 15);
        var quiet = await PlantAsync(app, organisation, "Skole", last, burst: 0);
        var page = await owner.OpenAsync($"{path}/waves");
        await owner.SendAsync(page, $"{path}/waves/watching/{search}");

        // Looked at again, as after a restart: what is stored with the notice is not told again.
        var rounds = new WaveRounds(app.Services.GetRequiredService<IServiceScopeFactory>(), SystemClock.Instance, NullLogger<WaveRounds>.Instance);
        await rounds.RunAsync(last, Cancellation);
        await rounds.RunAsync(last, Cancellation);

        // The clock is set back, and comes by the same steps once more.
        await rounds.RunAsync(last - Duration.FromMinutes(30), Cancellation);
        await rounds.RunAsync(last, Cancellation);

        var waves = await app.InAsync(organisation, s => s.GetRequiredService<AppDb>().Set<Wave>().AsNoTracking().ToListAsync());
        var wave = waves.ShouldHaveSingleItem();
        wave.Subject.ShouldBe(search);
        wave.Posts.ShouldBe(45);
        var told = await app.InAsync(organisation, s => s.GetRequiredService<AppDb>().Set<WrittenNotice>().AsNoTracking().Where(n => n.Kind == WaveWriting.Kind).ToListAsync());
        told.Count.ShouldBe(1);
        (await owner.OpenAsync($"{path}/notices")).Text.ShouldContain("Unusually many mentions of Vann og avløp");
        (await owner.OpenAsync($"{path}/waves/{wave.Id}")).Text.ShouldContain("45 mentions");
        (await owner.OpenAsync($"{path}/waves")).Text.ShouldContain("It is not over yet");
        (await owner.OpenAsync($"{path}/mentions?search={quiet}")).Text.ShouldNotContain("It is not over yet");

        // Calm for long enough, it is over, and the same counts tell of it no second time.
        for (var later = last + Duration.FromMinutes(30); later < last + Duration.FromHours(4); later += Duration.FromMinutes(30))
            await rounds.RunAsync(later, Cancellation);
        waves = await app.InAsync(organisation, s => s.GetRequiredService<AppDb>().Set<Wave>().AsNoTracking().ToListAsync());
        waves.ShouldHaveSingleItem().EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_budget_is_kept_within_its_bounds_and_another_organisations_search_is_not_found()
    {
        await using var app = await TestApp.StartAsync(adjust: WithoutOwnRounds);
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        var last = WaveRounds.LastStep(SystemClock.Instance.GetCurrentInstant());
        var own = await PlantAsync(app, organisation, "Skole", last, burst: 0);
        var theirs = await PlantAsync(app, OrganisationId.New(), "Deres", last, burst: 0);
        var page = await owner.OpenAsync($"{path}/waves");

        var kept = await owner.SendAsync(page, $"{path}/waves/budgets/{own}", ("alerts", "1000"));
        kept.Document.QuerySelector($"#alerts-{own}")!.GetAttribute("value").ShouldBe("60");
        var search = await owner.OpenAsync($"{path}/searches/{own}");
        var fewer = await owner.SendAsync(search, $"{path}/waves/budgets/{own}", ("alerts", "2"));
        fewer.Address.ShouldBe($"{path}/searches/{own}");
        fewer.Document.QuerySelector($"#alerts-{own}")!.GetAttribute("value").ShouldBe("2");
        var token = page.Document.QuerySelector("form input[name^=__Req]")!;
        var refused = await owner.PostAsync($"{path}/waves/watching/{theirs}", (token.GetAttribute("name")!, token.GetAttribute("value")!));
        refused.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Provider.Sqlite, "feed", 0)]
    [InlineData(Provider.Postgres, "bluesky", 1)]
    public async Task Steps_that_a_source_lost_raise_no_wave_where_it_is_most_of_what_is_heard(Provider provider, string network, int waves)
    {
        await using var app = await TestApp.StartAsync(provider, WithoutOwnRounds);
        var (organisation, last) = (OrganisationId.New(), WaveRounds.LastStep(SystemClock.Instance.GetCurrentInstant()));
        var search = await PlantAsync(app, organisation, "Vann og avløp", last, burst: 15);
        await app.InAsync(organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new PartCount { Organisation = organisation, Search = new SearchId(search), By = CountBy.Source, Hour = last - Duration.FromDays(1), Value = network, Count = 9 });
            var feed = Source.Of(SourceKind.Feed, organisation, "avis.example", "https://avis.example/feed", PersonId.New(), last - Duration.FromDays(20));
            db.Add(feed);
            db.Add(SourceGap.Of(feed, last - Duration.FromHours(1), last + StepCount.Length, GapBecause.Trouble));
            await db.SaveChangesAsync();
            await services.GetRequiredService<WaveWriting>().RunAllAsync(last, Cancellation);
            (await db.Set<Wave>().CountAsync()).ShouldBe(waves);
        });
    }

    private static void WithoutOwnRounds(IServiceCollection services) => services.Remove(services.Single(s => s.ImplementationType == typeof(WaveRounds)));

    private static async Task<Guid> PlantAsync(TestApp app, OrganisationId organisation, string name, Instant last, int burst)
    {
        var id = SearchId.New();
        await app.InAsync(organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var from = last - Duration.FromDays(16);
            db.Add(new Search { Id = id, Organisation = organisation, Name = name, Query = name, CreatedAt = from });
            for (var step = from; step < last - Duration.FromMinutes(10); step += Duration.FromMinutes(30))
                db.Add(new StepCount { Organisation = organisation, Subject = id.Value, Step = step, Count = 1 });
            for (var back = 0; burst > 0 && back < 3; back++)
                db.Add(new StepCount { Organisation = organisation, Subject = id.Value, Step = last - (StepCount.Length * back), Count = burst });
            await db.SaveChangesAsync();
        });
        return id.Value;
    }
}
