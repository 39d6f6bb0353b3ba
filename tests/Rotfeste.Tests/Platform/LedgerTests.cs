using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Platform;

public sealed class LedgerTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_changed_entry_is_found_and_named(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        var organisation = OrganisationId.New();
        await app.InAsync(organisation, async services =>
        {
            for (var i = 0; i < 5; i++)
                services.GetRequiredService<LedgerWriter>().Write(organisation, "tried", null, new { number = i });
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });

        (await CheckAsync(app)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            s => s.BrokenAt.ShouldBeNull(), s => s.Entries.ShouldBe(5));

        await app.InAsync(organisation, services => services.GetRequiredService<AppDb>().Database
            .ExecuteSqlRawAsync("""UPDATE platform_ledger SET "Data" = '[9]' WHERE "Sequence" = 3"""));

        (await CheckAsync(app)).ShouldHaveSingleItem().BrokenAt.ShouldBe(3);
    }

    [Fact]
    public async Task A_chain_cut_short_lacks_the_expected_head()
    {
        await using var app = await TestApp.StartAsync();
        var organisation = OrganisationId.New();
        await app.InAsync(organisation, async services =>
        {
            services.GetRequiredService<LedgerWriter>().Write(organisation, "first", null, new { });
            services.GetRequiredService<LedgerWriter>().Write(organisation, "second", null, new { });
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });
        var head = (await CheckAsync(app)).Single().Head;

        await app.InAsync(organisation, services => services.GetRequiredService<AppDb>().Database
            .ExecuteSqlRawAsync("""DELETE FROM platform_ledger WHERE "Sequence" = 2"""));

        (await CheckAsync(app, head)).Single().ShouldSatisfyAllConditions(
            s => s.BrokenAt.ShouldBeNull(), s => s.Holds.ShouldBeFalse());
    }

    private static Task<IReadOnlyList<ChainState>> CheckAsync(TestApp app, string? expected = null) =>
        app.InAsync(OrganisationId.New(), s => s.GetRequiredService<LedgerCheck>().RunAsync(expected, CancellationToken.None));
}
