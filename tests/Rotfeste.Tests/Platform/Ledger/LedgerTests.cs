using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Host.Commands;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Platform.Ledger;

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

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Any_column_changed_in_the_database_is_found_at_its_entry(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        var organisation = OrganisationId.New();
        await WriteAsync(app.Services, organisation, 4);

        foreach (var column in new[] { "Data", "Kind", "At", "By", "Previous", "Hash" })
        {
            for (var entry = 1; entry <= 4; entry++)
            {
                var kept = await TakeAsync(app, column, entry);
                await PutAsync(app, column, entry, Other(column));
                (await CheckAsync(app)).ShouldHaveSingleItem().BrokenAt.ShouldBe(entry, column);
                await PutAsync(app, column, entry, kept);
                (await CheckAsync(app)).ShouldHaveSingleItem().BrokenAt.ShouldBeNull();
            }
        }
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Several_writers_and_a_verb_of_the_command_line_keep_one_chain(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        var settings = app.Services.GetRequiredService<Settings>();
        var organisation = OrganisationId.New();

        // Some within the server, some in a container of its own, which shares no gate with it: another process.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? WriteAsync(app.Services, organisation, 10)
            : Verb.WithServicesAsync(settings, services => WriteAsync(services, organisation, 10))));

        (await CheckAsync(app)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            s => s.BrokenAt.ShouldBeNull(), s => s.Entries.ShouldBe(80));
    }

    [Fact]
    public async Task The_verb_takes_any_head_noted_earlier_and_fails_when_it_was_cut_off()
    {
        await using var app = await TestApp.StartAsync();
        var settings = app.Services.GetRequiredService<Settings>();
        var organisation = OrganisationId.New();
        await WriteAsync(app.Services, organisation, 3);
        var early = (await CheckAsync(app)).Single().Head;
        await WriteAsync(app.Services, organisation, 2);
        var late = (await CheckAsync(app)).Single().Head;
        (await LedgerVerify.RunAsync(settings, early, default)).ShouldBe(0);
        (await LedgerVerify.RunAsync(settings, late, default)).ShouldBe(0);

        await app.InAsync(organisation, services => services.GetRequiredService<AppDb>().Database
            .ExecuteSqlRawAsync("""DELETE FROM platform_ledger WHERE "Sequence" = 5"""));

        (await LedgerVerify.RunAsync(settings, null, default)).ShouldBe(0);
        (await LedgerVerify.RunAsync(settings, early, default)).ShouldBe(0);
        (await LedgerVerify.RunAsync(settings, late, default)).ShouldBe(1);
    }

    private static async Task WriteAsync(IServiceProvider services, OrganisationId organisation, int entries)
    {
        for (var i = 0; i < entries; i++)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Choose(organisation);
            scope.ServiceProvider.GetRequiredService<LedgerWriter>().Write(organisation, "tried", PersonId.New(), new { number = i });
            await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync();
        }
    }

    private static object Other(string column) => column switch
    {
        "At" => 1L,
        "By" => Guid.NewGuid(),
        "Data" => """{"number":99}""",
        _ => "other",
    };

    private static Task<object> TakeAsync(TestApp app, string column, int entry) => app.InAsync(OrganisationId.New(), async services =>
    {
        await using var command = await CommandAsync(services, $"SELECT \"{column}\" FROM platform_ledger WHERE \"Sequence\" = {entry}");
        return (await command.ExecuteScalarAsync())!;
    });

    private static Task PutAsync(TestApp app, string column, int entry, object value) => app.InAsync(OrganisationId.New(), async services =>
    {
        await using var command = await CommandAsync(services, $"UPDATE platform_ledger SET \"{column}\" = @value WHERE \"Sequence\" = {entry}");
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@value", value);
        command.Parameters.Add(parameter);
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    });

    private static async Task<DbCommand> CommandAsync(IServiceProvider services, string sql)
    {
        var database = services.GetRequiredService<AppDb>().Database;
        await database.OpenConnectionAsync();
        var command = database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static Task<IReadOnlyList<ChainState>> CheckAsync(TestApp app, string? expected = null) =>
        app.InAsync(OrganisationId.New(), s => s.GetRequiredService<LedgerCheck>().RunAsync(expected, CancellationToken.None));
}
