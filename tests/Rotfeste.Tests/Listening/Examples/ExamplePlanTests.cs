using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Listening;
using Rotfeste.Listening.Examples;
using Rotfeste.Listening.Mentions;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Examples;

public sealed class ExamplePlanTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 12, 20);
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    [Fact]
    public void The_same_moment_gives_the_same_plan()
    {
        var plan = ExamplePlan.Of(Now, Oslo);
        plan.ShouldBe(ExamplePlan.Of(Now, Oslo));
        plan.Select(p => p.Text).Distinct().Count().ShouldBeGreaterThanOrEqualTo(120);
        plan.ShouldAllBe(p => p.At < Now && p.At > Now - ExamplePlan.Weeks - Duration.FromHours(12));
    }

    [Fact]
    public async Task The_example_is_planted_once()
    {
        await using var app = await TestApp.StartAsync();
        var organisation = OrganisationId.New();
        for (var i = 0; i < 2; i++)
            await app.InAsync(organisation, s => ListeningRoom.PlantExampleAsync(s, Now, Oslo, TestContext.Current.CancellationToken));

        var mentions = await app.InAsync(organisation, s => s.GetRequiredService<AppDb>().Set<Mention>().CountAsync());
        mentions.ShouldBe(ExamplePlan.Of(Now, Oslo).Count, "Each saying is found by some search, and once.");
    }
}
