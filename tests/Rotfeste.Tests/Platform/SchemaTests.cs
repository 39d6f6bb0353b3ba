using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Scaffolding.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Host.Commands;
using Rotfeste.Host.Opening;
using Rotfeste.Host.Server;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Platform;

/// <summary>Migrations are written by hand: the schema they make must be the one the model asks for.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Migrations_make_the_schema_that_the_model_asks_for(Provider provider)
    {
        // A column that came later has a default for the rows that were there; the model, which writes every value, has none.
        var migrated = await ReadAsync(provider, (services, settings) => Schema.BringUpToDateAsync(services, settings), c => "");
        var asked = await ReadAsync(provider, async (services, _) =>
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AppDb>().Database.EnsureCreatedAsync();
        }, c => c.DefaultValueSql ?? "");

        migrated.ShouldNotBeEmpty();
        migrated.ShouldBe(asked);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await using var database = await TestDatabase.MakeAsync(Provider.Sqlite);
        var app = await TestApp.StartAsync(database: database);
        await app.InAsync(Rotfeste.Platform.Callers.OrganisationId.New(), s => s.GetRequiredService<AppDb>().Database
            .ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101_0000_future', '10')"""));
        await app.StopAsync();

        var refusal = await Should.ThrowAsync<OpeningRefusedException>(() => TestApp.StartAsync(database: database));

        refusal.Message.ShouldContain("29990101_0000_future");
    }

    private static async Task<List<string>> ReadAsync(Provider provider, Func<IServiceProvider, Settings, Task> make, Func<DatabaseColumn, string> defaultOf)
    {
        await using var database = await TestDatabase.MakeAsync(provider);
        var settings = new Settings(
            database.Folder, database.ConnectionString, new Uri("http://localhost"), [], [], [], null, null, null, false);
        await using var services = new ServiceCollection().AddLogging().AddRooms(settings).BuildServiceProvider();
        await make(services, settings);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return Describe(Factory(db).Create(db.Database.GetDbConnection(), new DatabaseModelFactoryOptions()), defaultOf);
    }

    private static IDatabaseModelFactory Factory(AppDb db)
    {
        var services = new ServiceCollection().AddLogging();
#pragma warning disable EF1001 // The provider's own reader of schemas is the only one that sees all of it.
        if (db.IsSqlite)
            new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
        else
            new Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal.NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
        return services.BuildServiceProvider().GetRequiredService<IDatabaseModelFactory>();
    }

    private static List<string> Describe(DatabaseModel model, Func<DatabaseColumn, string> defaultOf) =>
    [
        // What finds words is the database's own, and differs between the two.
        .. model.Tables.Where(t => !t.Name.StartsWith("__EF", StringComparison.Ordinal) && !t.Name.Contains("_words", StringComparison.Ordinal))
            .SelectMany(t => Lines(t, defaultOf)).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Lines(DatabaseTable table, Func<DatabaseColumn, string> defaultOf) =>
    [
        .. table.Columns.Where(c => c.StoreType != "tsvector").Select(c => $"{table.Name}.{c.Name} {c.StoreType} {(c.IsNullable ? "null" : "not null")} {defaultOf(c)} {c.ValueGenerated}"),
        $"{table.Name} key {table.PrimaryKey?.Name} {string.Join(",", table.PrimaryKey?.Columns.Select(c => c.Name) ?? [])}",
        .. table.Indexes.Where(i => i.Name?.EndsWith("_words", StringComparison.Ordinal) != true).Select(i => $"{table.Name} index {i.Name} {(i.IsUnique ? "unique " : "")}{string.Join(",", i.Columns.Select(c => c.Name))} {i.Filter}"),
        .. table.UniqueConstraints.Select(u => $"{table.Name} unique {u.Name} {string.Join(",", u.Columns.Select(c => c.Name))}"),
        .. table.ForeignKeys.Select(f => $"{table.Name} to {f.PrincipalTable.Name} {f.Name} {string.Join(",", f.Columns.Select(c => c.Name))} {f.OnDelete}"),
    ];
}
