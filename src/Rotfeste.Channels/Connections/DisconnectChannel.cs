using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Orders;
using Rotfeste.Channels.Protocols;
using Rotfeste.Channels.Sessions;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Live;
using Rotfeste.Platform.Web;

namespace Rotfeste.Channels.Connections;

/// <summary>Disconnects an account: its secrets are deleted, what it said and was told stays.</summary>
internal sealed class DisconnectChannel(
    AppDb db, AskedNetworks networks, FactLog facts, HeldItems held, LedgerWriter ledger, LiveTopics live, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/channels/{id:guid}/disconnection", (
            Guid id, [FromServices] DisconnectChannel use, CancellationToken cancellation) => use.HandleAsync(new ChannelId(id), cancellation))
        .RequireAuthorization(Access.Lead);

    private async Task<IResult> HandleAsync(ChannelId id, CancellationToken cancellation)
    {
        var found = false;
        await db.WriteAsync(async () => found = await DisconnectAsync(id, cancellation), cancellation);
        return found ? Answer.SeeOther(caller.Required.To("channels")) : Results.NotFound();
    }

    private async Task<bool> DisconnectAsync(ChannelId id, CancellationToken cancellation)
    {
        if (await db.Set<Channel>().FirstOrDefaultAsync(c => c.Id == id && c.DisconnectedAt == null, cancellation) is not { } channel)
            return false;

        var now = clock.GetCurrentInstant();
        channel.Disconnect(now);
        db.RemoveRange(await db.Set<ChannelSession>().Where(s => s.Channel == id).ToListAsync(cancellation));
        await networks.Of(channel.Network).ForgetAsync(id, cancellation);
        await held.GoOnAsync(id, cancellation);
        facts.Tell(new ChannelDisconnected(channel.Organisation, id, now));
        ledger.Write(channel.Organisation, "channel-disconnected", caller.Required.Person, new { channel = id, account = channel.Account });
        live.AnnounceAfter(db, channel.Organisation, ChannelTopics.Channels);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
