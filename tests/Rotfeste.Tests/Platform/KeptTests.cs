using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Platform;

public sealed class KeptTests
{
    private readonly OrganisationId ours = OrganisationId.New();
    private readonly OrganisationId theirs = OrganisationId.New();

    [Fact]
    public async Task What_is_kept_is_read_once_until_one_of_its_rows_is_written()
    {
        await using var app = await TestApp.StartAsync();
        var kept = new KeptUnitCount(app.Services.GetRequiredService<RowVersions>(), SystemClock.Instance);

        (await CountAsync(app, kept, ours)).ShouldBe((0, 1));
        (await CountAsync(app, kept, ours)).ShouldBe((0, 1));
        await AddAsync(app, ours);
        (await CountAsync(app, kept, ours)).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Another_organisations_rows_change_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var kept = new KeptUnitCount(app.Services.GetRequiredService<RowVersions>(), SystemClock.Instance);

        (await CountAsync(app, kept, ours)).ShouldBe((0, 1));
        await AddAsync(app, theirs);
        (await CountAsync(app, kept, ours)).ShouldBe((0, 1));
        (await CountAsync(app, kept, theirs)).ShouldBe((1, 2));
    }

    [Fact]
    public async Task What_a_running_write_sees_is_not_kept_and_a_failed_write_leaves_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var kept = new KeptUnitCount(app.Services.GetRequiredService<RowVersions>(), SystemClock.Instance);
        await CountAsync(app, kept, ours);

        await Should.ThrowAsync<InvalidOperationException>(() => app.InAsync(ours, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await db.WriteAsync(
                async () =>
                {
                    db.Add(Someplace(ours));
                    await db.SaveChangesAsync();
                    (await kept.CountAsync(db)).ShouldBe(1);
                    throw new InvalidOperationException("The write fails.");
                },
                CancellationToken.None);
        }));

        (await app.InAsync(ours, services => kept.CountAsync(services.GetRequiredService<AppDb>()))).ShouldBe(0);
        kept.Reads.ShouldBe(2);
    }

    private static async Task<(int Count, int Reads)> CountAsync(TestApp app, KeptUnitCount kept, OrganisationId organisation) =>
        (await app.InAsync(organisation, services => kept.CountAsync(services.GetRequiredService<AppDb>())), kept.Reads);

    private static Task AddAsync(TestApp app, OrganisationId organisation) => app.InAsync(organisation, async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        db.Add(Someplace(organisation));
        await db.SaveChangesAsync();
    });

    private static Unit Someplace(OrganisationId organisation) => Unit.Make(UnitId.New(), organisation, null, "Kundetorget", null);

    private sealed class KeptUnitCount(RowVersions versions, IClock clock) : Kept<string, int>(versions, clock, typeof(Unit))
    {
        public int Reads { get; private set; }

        public async Task<int> CountAsync(AppDb db) => await GetAsync(db, "units", async () =>
        {
            Reads++;
            return await db.Set<Unit>().CountAsync();
        });
    }
}
