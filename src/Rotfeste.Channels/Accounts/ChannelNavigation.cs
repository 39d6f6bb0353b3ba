using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Rotfeste.Channels.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Channels.Accounts;

/// <summary>The room's entry in the rail, with a mark while a channel is sick.</summary>
internal static class ChannelNavigation
{
    private const int Order = 90;

    public static NavigationItem Item { get; } = new(
        NavigationPlace.Below, Order, "channels", null, Access.Member,
        services => services.GetRequiredService<IStringLocalizer<Texts>>()["Title"], CountAsync);

    // A pause is wanted, and a rate limit passes by itself: neither is sickness.
    private static async ValueTask<NavigationCount> CountAsync(IServiceProvider services, Caller caller, CancellationToken cancellation)
    {
        var states = (await services.GetRequiredService<KnownChannels>().AllAsync(cancellation)).Channels
            .Where(c => c.IsConnected && c.PausedAt is null && c.State is not (ChannelState.Connected or ChannelState.RateLimited))
            .Select(c => c.State).ToList();
        return new NavigationCount(0, states.Count == 0 ? null : states.TrueForAll(s => s == ChannelState.Unreachable) ? "late" : "failed");
    }
}
