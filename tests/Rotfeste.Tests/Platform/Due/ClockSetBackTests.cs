using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Facts;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Platform.Due;

public sealed class ClockSetBackTests
{
    private static readonly Duration Year = Duration.FromDays(365);
    private static readonly Duration Hour = Duration.FromHours(1);
    private readonly OrganisationId fjordvik = OrganisationId.New();

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_was_planned_while_the_clock_ran_ahead_waits_as_long_as_was_meant(Provider provider)
    {
        var clock = new MovedClock();
        await using var app = await TestApp.StartAsync(provider, services => services.AddSingleton<IClock>(clock)
            .AddSingleton(new DeliveryPace(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50))).AddJob<LaterJob, DoLater>());

        // The runner has seen the clock run ahead once it has done something then.
        clock.Move(Year);
        await PlanAsync(app, new LaterJob(fjordvik), "at-once", clock.GetCurrentInstant());
        await Eventually.ShouldHoldAsync(() => GoneAsync(app, "at-once"));
        await PlanAsync(app, new LaterJob(fjordvik), "later", clock.GetCurrentInstant() + Hour);
        clock.Move(-Year);

        await Eventually.ShouldHoldAsync(async () => (await app.InAsync(fjordvik, s => s.GetRequiredService<AppDb>().Set<DueRow>().AsNoTracking().SingleAsync(r => r.Key == "later")))
            .RunAt.ShouldBeInRange(clock.GetCurrentInstant() + (Hour / 2), clock.GetCurrentInstant() + Hour));
        clock.Move(Hour);
        await Eventually.ShouldHoldAsync(() => GoneAsync(app, "later"));
    }

    [Fact]
    public async Task What_is_under_way_while_the_clock_jumps_past_its_lease_is_not_done_a_second_time_beside_it()
    {
        var clock = new MovedClock();
        var held = new Held();
        await using var app = await TestApp.StartAsync(adjust: services => services.AddSingleton<IClock>(clock).AddSingleton(held)
            .AddSingleton(new DeliveryPace(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50))).AddJob<LaterJob, DoLater>().AddJob<HeldJob, DoHeld>());
        await PlanAsync(app, new HeldJob(fjordvik), "held", clock.GetCurrentInstant());
        await held.Begun.Task;

        clock.Move(Hour);
        await PlanAsync(app, new LaterJob(fjordvik), "next", clock.GetCurrentInstant());
        await Eventually.ShouldHoldAsync(() => GoneAsync(app, "next"));
        held.End.SetResult();
        await Eventually.ShouldHoldAsync(() => GoneAsync(app, "held"));
        held.Times.ShouldBe(1);
    }

    [Fact]
    public void A_row_follows_a_clock_that_went_back_and_only_that()
    {
        var now = Instant.FromUtc(2026, 11, 25, 12, 0);
        DueRow Planned(Instant? at) => new()
        {
            Id = Guid.NewGuid(), Organisation = null, Job = "later", Key = null, Json = "{}", RunAt = (at ?? now) + Hour, PlannedAt = at,
        };
        Instant After(DueRow row)
        {
            row.FollowClock(now);
            row.FollowClock(now);
            return row.RunAt;
        }

        After(Planned(now + Year)).ShouldBe(now + Hour);
        After(Planned(now - Hour)).ShouldBe(now);
        After(Planned(null)).ShouldBe(now + Hour);
    }

    [Fact]
    public void A_fact_that_was_held_while_the_clock_ran_ahead_is_tried_at_once()
    {
        var now = Instant.FromUtc(2026, 11, 25, 12, 0);
        var held = new HeldFact { Handler = "on-told", Fact = 1, Organisation = fjordvik };
        held.Fail("IOException", now);

        held.Waits(now).ShouldBeTrue();
        held.Waits(now - Year).ShouldBeFalse();
        held.Waits(now + Hour).ShouldBeFalse();
    }

    private Task GoneAsync(TestApp app, string key) => app.InAsync(
        fjordvik, async s => (await s.GetRequiredService<AppDb>().Set<DueRow>().AnyAsync(r => r.Key == key)).ShouldBeFalse());

    private Task PlanAsync<T>(TestApp app, T job, string key, Instant at)
        where T : class, IJob => app.InAsync(fjordvik, async services =>
    {
        await services.GetRequiredService<DueWork>().ScheduleAsync(job, at, key, default);
        await services.GetRequiredService<AppDb>().SaveChangesAsync();
    });

    [JobName("later")]
    internal sealed record LaterJob(OrganisationId? Organisation) : IJob;

    internal sealed class DoLater : IDo<LaterJob>
    {
        public static bool IsOutside => false;

        public Task<DueOutcome> DoAsync(LaterJob job, DueTry attempt, CancellationToken cancellation) => Task.FromResult(DueOutcome.Done);
    }

    [JobName("held")]
    internal sealed record HeldJob(OrganisationId? Organisation) : IJob;

    internal sealed class Held
    {
        private int times;

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Times => times;

        public void Begin()
        {
            Interlocked.Increment(ref times);
            Begun.TrySetResult();
        }
    }

    internal sealed class DoHeld(Held held) : IDo<HeldJob>
    {
        public static bool IsOutside => true;

        public async Task<DueOutcome> DoAsync(HeldJob job, DueTry attempt, CancellationToken cancellation)
        {
            held.Begin();
            await held.End.Task.WaitAsync(cancellation);
            return DueOutcome.Done;
        }
    }
}
