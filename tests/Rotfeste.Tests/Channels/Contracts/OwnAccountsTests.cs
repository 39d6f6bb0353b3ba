using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Tests.Channels.Fakes;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Channels.Contracts;

public sealed class OwnAccountsTests
{
    [Fact]
    public async Task All_accounts_are_found_whatever_organisation_is_chosen_and_a_disconnected_one_is_not()
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();

        (await AllAsync(world)).ShouldBe([new OwnAccount(world.Organisation, channel.Id, "bluesky", world.Ours.Did)]);

        var address = $"{world.Path}/channels/{channel.Id}";
        await world.Owner.SendAsync(await world.Owner.OpenAsync(address), $"{address}/disconnection");
        (await AllAsync(world)).ShouldBeEmpty();
        (await world.App.InAsync(world.Organisation, s => s.GetRequiredService<ConnectedChannels>().FindAsync([channel.Id], default)))
            .ShouldHaveSingleItem().Value.Handle.ShouldBe("fjordvik.example");
    }

    private static Task<IReadOnlyList<OwnAccount>> AllAsync(ChannelWorld world) =>
        world.App.InAsync(OrganisationId.New(), services => services.GetRequiredService<OwnAccounts>().AllAsync(default));
}
