using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Host.Commands;
using Rotfeste.Host.Examples;
using Rotfeste.Host.Opening;
using Rotfeste.People;
using Rotfeste.Platform;
using Rotfeste.Platform.Blobs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Host.Commands;

public sealed class BackupTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_backup_made_beside_a_running_server_brings_back_people_pictures_and_secrets(Provider provider)
    {
        await using var there = await TestDatabase.MakeAsync(provider);
        await using var here = await TestDatabase.MakeAsync(provider);
        var file = Path.Combine(there.Folder, "backup.tar.gz");
        await using var before = await StartAsync(there);
        var organisation = await PlantAsync(before);
        var seal = "";
        var picture = "";
        await before.InAsync(organisation, async services =>
        {
            seal = services.GetRequiredService<Secrets>().Seal(organisation, "test", "hemmelig");
            picture = await services.GetRequiredService<IBlobs>().KeepAsync(organisation, new byte[] { 1, 2, 3 }, default);
        });

        await Verb.WithDatabaseAsync(SettingsOf(before), (db, settings) => Backup.WriteAsync(db, settings, file));
        await Backup.RestoreAsync(SettingsOf(before) with { DataFolder = here.Folder, Database = here.ConnectionString }, file);

        await using var after = await StartAsync(here);
        using var visitor = after.NewVisitor();
        var seen = await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in/example", ("example", Fjordvik.First));
        seen.Address.ShouldStartWith("/fjordvik");
        await after.InAsync(organisation, async services =>
        {
            services.GetRequiredService<Secrets>().Open(organisation, "test", seal).ShouldBe("hemmelig");
            (await services.GetRequiredService<IBlobs>().FindAsync(organisation, picture, default)).ShouldBe([1, 2, 3]);
        });
    }

    [Fact]
    public async Task A_backup_is_never_restored_over_data()
    {
        await using var database = await TestDatabase.MakeAsync(Provider.Sqlite);
        await using var app = await StartAsync(database);
        var file = Path.Combine(database.Folder, "backup.tar.gz");
        await Verb.WithDatabaseAsync(SettingsOf(app), (db, settings) => Backup.WriteAsync(db, settings, file));

        var refusal = await Should.ThrowAsync<OpeningRefusedException>(() => Backup.RestoreAsync(SettingsOf(app), file));

        refusal.Message.ShouldContain("holds data already");
    }

    private static Task<TestApp> StartAsync(TestDatabase database) =>
        TestApp.StartAsync(settings: s => s with { IsExample = true }, database: database);

    private static Settings SettingsOf(TestApp app) => app.Services.GetRequiredService<Settings>();

    private static async Task<OrganisationId> PlantAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        return (await PeopleRoom.PlantExampleAsync(
            scope.ServiceProvider, Fjordvik.At(SystemClock.Instance.GetCurrentInstant()), default)).Organisation;
    }
}
