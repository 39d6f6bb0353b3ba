using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives;
using Rotfeste.Platform.Data;

namespace Rotfeste.Tests.Initiatives.Briefs;

/// <summary>What the command line does for <c>initiative export ID</c>: no organisation is chosen there.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task What_was_agreed_goes_out_as_a_file_that_proves_itself()
    {
        await using var world = await InitiativeWorld.MakeAsync();
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        var address = await world.PublishedAsync(kari);
        await world.AnswerAsync(tor, address, "Agree");

        var verdict = AgreementFile.Check((await ExportAsync(world, Guid.Parse(address.Split('/')[^1])))!);

        verdict.Faults.ShouldBeEmpty();
        verdict.Answers.ShouldHaveSingleItem().Name.ShouldBe("Tor Egil Aas");
        (await ExportAsync(world, Guid.NewGuid())).ShouldBeNull();
    }

    private static async Task<byte[]?> ExportAsync(InitiativeWorld world, Guid id)
    {
        await using var scope = world.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        return await InitiativesRoom.ExportAsync(scope.ServiceProvider, id, CancellationToken.None);
    }
}
