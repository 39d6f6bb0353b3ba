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
    /// <param name="answer">A sign-in that went well.</param>
    /// <param name="appPassword">What it was signed in with.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> StoreAsync(Channel? known, SignInAnswer answer, string appPassword, CancellationToken cancellation)
    {
        var (now, by) = (clock.GetCurrentInstant(), caller.Required.Person);
        var channel = known;
        if (channel is null)
            db.Add(channel = Channel.Connect(caller.Required.Organisation, answer.Account!, by, now));
        else
            channel.ConnectAgain(answer.Account!, by, now);

        db.Add(ChannelSession.Of(channel.Key, appPassword, answer.Session!, secrets));
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
}
