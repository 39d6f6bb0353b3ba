using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Places;
using Rotfeste.Agreements.Standings;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Agreements.Standings;

/// <summary>What is computed is computed again after an upgrade, by several readers at once.</summary>
public sealed class ReckonAgainTests
{
    private const int Others = 130;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Everything_that_was_kept_otherwise_is_mended_once_and_what_stands_is_left_alone(Provider provider)
    {
        await using var world = await AgreementWorld.MakeAsync(provider);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        await world.AnswerAsync(jonas, AnswerKind.Agree);
        await world.OrderAsync(async orders =>
        {
            for (var number = 0; number < Others; number++)
                await orders.OpenAsync(new Subject("trial", Guid.CreateVersion7()), world.Parties(), world.Kari, CancellationToken.None);
        });
        var (before, places) = (await world.StandingAsync(), await PlacesAsync(world));
        (await ReckonAsync(world)).ShouldBe((Others + 1, 0));

        await world.App.InAsync(world.Organisation, async services =>
        {
            var database = services.GetRequiredService<AppDb>().Database;
            await database.ExecuteSqlAsync($"""UPDATE agreements_agreements SET "Standings" = '[0]' """);
            await database.ExecuteSqlAsync($"""UPDATE agreements_places SET "Worth" = 4""");
            await database.ExecuteSqlAsync($"""DELETE FROM agreements_places WHERE "Person" = {world.Jonas.Value}""");
        });

        (await ReckonAsync(world)).ShouldBe((Others + 1, Others + 1));
        (await world.StandingAsync()).People.ShouldBe(before.People);
        (await PlacesAsync(world)).ShouldBe(places);
        (await ReckonAsync(world)).ShouldBe((Others + 1, 0));
    }

    private static Task<List<Place>> PlacesAsync(AgreementWorld world) => world.App.InAsync(world.Organisation, async services =>
        (await services.GetRequiredService<AppDb>().Set<Place>().AsNoTracking().ToListAsync()).OrderBy(p => p.Agreement.Value).ThenBy(p => p.Person.Value).ToList());

    private static async Task<(int All, int Mended)> ReckonAsync(AgreementWorld world)
    {
        await using var scope = world.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        return await scope.ServiceProvider.GetRequiredService<ReckonAgain>().RunAsync(CancellationToken.None);
    }
}
