using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Rotfeste.Host.Commands;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Facts;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Platform.Data;

/// <summary>
/// On PostgreSQL a commit of another process wakes the server. Polling is slowed to an hour here. One round may run by
/// itself, at the start or when the listener connects, so several are told, each after the one before has come.
/// </summary>
public sealed class SignalTests
{
    private const int Several = 5;
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    [Fact]
    public async Task What_a_verb_tells_wakes_delivery_in_the_running_server()
    {
        await using var world = await SlowWorld.StartAsync();
        for (var i = 1; i <= Several; i++)
        {
            await world.TellAsync(i);
            await world.ComesAsync(i);
        }
    }

    [Fact]
    public async Task Work_that_a_verb_schedules_wakes_the_running_server()
    {
        await using var world = await SlowWorld.StartAsync();
        for (var i = 1; i <= Several; i++)
        {
            await world.ScheduleAsync(i);
            await world.ComesAsync(i);
        }
    }

    [Fact]
    public async Task The_server_lives_on_when_the_database_drops_every_connection_and_hears_again()
    {
        await using var world = await SlowWorld.StartAsync();
        await world.TellAsync(1);
        await world.ComesAsync(1);

        await world.DropConnectionsAsync();
        for (var i = 2; i <= Several; i++)
        {
            await world.TellAsync(i);
            await world.ComesAsync(i);
        }

        world.App.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.ShouldBeFalse();
    }

    private sealed class SlowWorld : IAsyncDisposable
    {
        private readonly OrganisationId organisation = OrganisationId.New();
        private readonly Heard heard;
        private readonly TestDatabase database;

        private SlowWorld(TestApp app, Heard heard, TestDatabase database) => (App, this.heard, this.database) = (app, heard, database);

        public TestApp App { get; }

        public static async Task<SlowWorld> StartAsync()
        {
            var heard = new Heard();
            var database = await TestDatabase.MakeAsync(Provider.Postgres);
            var app = await TestApp.StartAsync(
                Provider.Postgres,
                services => services.AddSingleton(heard).AddSingleton(new DeliveryPace(Never, Never))
                    .AddHandler<Rung, OnRung>().AddJob<RingJob, DoRing>(),
                database: database);
            return new SlowWorld(app, heard, database);
        }

        public Task TellAsync(int number) => BesideAsync(async (services, db) =>
        {
            services.GetRequiredService<FactLog>().Tell(new Rung(organisation, number));
            await db.SaveChangesAsync();
        });

        public Task ScheduleAsync(int number) => BesideAsync(async (services, db) =>
        {
            await services.GetRequiredService<DueWork>().ScheduleAsync(
                new RingJob(organisation, number), SystemClock.Instance.GetCurrentInstant(), null, default);
            await db.SaveChangesAsync();
        });

        public Task ComesAsync(int number) => Eventually.ShouldHoldAsync(() => heard.All.ShouldContain(number));

        public Task DropConnectionsAsync() => BesideAsync((_, db) => db.Database.ExecuteSqlRawAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"));

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await database.DisposeAsync();
        }

        // As a verb of the command line does it: the rooms without a server, and connections that the server knows nothing of.
        private Task BesideAsync(Func<IServiceProvider, AppDb, Task> work) => Verb.WithServicesAsync(
            App.Services.GetRequiredService<Settings>() with { Database = $"{database.ConnectionString};Pooling=false" },
            services => work(services, services.GetRequiredService<AppDb>()));
    }

    [FactName("rung")]
    internal sealed record Rung(OrganisationId Organisation, int Number) : IFact;

    [JobName("ring")]
    internal sealed record RingJob(OrganisationId? Organisation, int Number) : IJob;

    internal sealed class Heard
    {
        public ConcurrentQueue<int> All { get; } = new();
    }

    internal sealed class OnRung(Heard heard) : IOn<Rung>
    {
        public Task HandleAsync(IReadOnlyList<Rung> facts, CancellationToken cancellation)
        {
            foreach (var fact in facts)
                heard.All.Enqueue(fact.Number);
            return Task.CompletedTask;
        }
    }

    internal sealed class DoRing(Heard heard) : IDo<RingJob>
    {
        public static bool IsOutside => false;

        public Task<DueOutcome> DoAsync(RingJob job, DueTry attempt, CancellationToken cancellation)
        {
            heard.All.Enqueue(job.Number);
            return Task.FromResult(DueOutcome.Done);
        }
    }
}
