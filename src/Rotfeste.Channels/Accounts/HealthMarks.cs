using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Orders;
using Rotfeste.Networks;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Live;

namespace Rotfeste.Channels.Accounts;

/// <summary>Keeps a channel's health from what its calls came to, in a unit of work of its own.</summary>
internal sealed class HealthMarks(IServiceScopeFactory scopes, LiveTopics live, IClock clock)
{
    private const int MostTries = 5;

    /// <summary>Stores what a call came to, where it changes anything.</summary>
    public async Task MarkAsync(ChannelKey key, Failure? failure, CancellationToken cancellation)
    {
        for (var tries = 1; !await TryAsync(key, failure, cancellation) && tries < MostTries; tries++)
        {
            // Somebody else changed the row at the same time: look again at what it says now.
        }
    }

    private async Task<bool> TryAsync(ChannelKey key, Failure? failure, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Choose(key.Organisation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await db.Set<Channel>().FirstOrDefaultAsync(c => c.Id == key.Channel, cancellation) is not { } channel)
            return true;

        var before = channel.Health;
        channel.Learn(failure, clock.GetCurrentInstant());
        if (!db.ChangeTracker.HasChanges())
            return true;

        if (channel.Health != before)
            live.AnnounceAfter(db, key.Organisation, ChannelTopics.Channels);
        if (channel.Health != before && channel.State == ChannelState.Connected)
            await scope.ServiceProvider.GetRequiredService<HeldItems>().GoOnAsync(channel.Id, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
