using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Orders;
using Rotfeste.Channels.Sessions;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Keys;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Live;

namespace Rotfeste.Channels.Connections;

/// <summary>Stores an account that its network let in.</summary>
internal sealed class Connecting(
    AppDb db, Secrets secrets, HeldItems held, FactLog facts, LedgerWriter ledger, LiveTopics live, CurrentCaller caller, IClock clock)
{
    /// <summary>False when the same account was connected in the same moment.</summary>
    /// <param name="known">The account's row from before, disconnected; or null.</param>
    /// <param name="account">As its network describes it.</param>
    /// <param name="tokens">What it was signed in with, and got.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> StoreAsync(Channel? known, SignedInAccount account, HeldTokens tokens, CancellationToken cancellation)
    {
        var (now, by) = (clock.GetCurrentInstant(), caller.Required.Person);
        var channel = known;
        if (channel is null)
            db.Add(channel = Channel.Connect(caller.Required.Organisation, account, by, now));
        else
            channel.ConnectAgain(account, by, now);

        db.Add(ChannelSession.Of(channel.Key, tokens, secrets));
        await held.GoOnAsync(channel.Id, cancellation);
        facts.Tell(new ChannelConnected(channel.Organisation, channel.Id, now));
        ledger.Write(channel.Organisation, "channel-connected", by, new { channel = channel.Id, network = channel.Network, account = channel.Account });
        live.AnnounceAfter(db, channel.Organisation, ChannelTopics.Channels);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    /// <summary>Signs a channel in again, and has what waited for it go on. Read again here: the background marks health on the same row.</summary>
    public Task SignInAgainAsync(ChannelKey key, SignedInAccount account, HeldTokens tokens, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        return db.WriteAsync(
            async () =>
            {
                var channel = await db.Set<Channel>().FirstAsync(c => c.Id == key.Channel, cancellation);
                channel.SignIn(account, clock.GetCurrentInstant());
                if (await db.Set<ChannelSession>().FirstOrDefaultAsync(s => s.Channel == key.Channel, cancellation) is { } session)
                    session.SignIn(tokens, secrets);
                else
                    db.Add(ChannelSession.Of(key, tokens, secrets));

                await held.GoOnAsync(key.Channel, cancellation);
                ledger.Write(key.Organisation, "channel-signed-in-again", caller.Required.Person, new { channel = key.Channel });
                live.AnnounceAfter(db, key.Organisation, ChannelTopics.Channels);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
    }
}
