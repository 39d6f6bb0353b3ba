using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Orders;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Live;
using Rotfeste.Platform.Web;

namespace Rotfeste.Channels.Accounts;

/// <summary>Pauses a channel, and has it go on.</summary>
internal sealed class PauseChannel(AppDb db, HeldItems held, LedgerWriter ledger, LiveTopics live, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/channels/{id:guid}/pause", (Guid id, [FromServices] PauseChannel use, CancellationToken cancellation) =>
                use.HandleAsync(new ChannelId(id), pause: true, cancellation))
            .RequireAuthorization(Access.Lead);
        routes.MapPost("/channels/{id:guid}/resumption", (Guid id, [FromServices] PauseChannel use, CancellationToken cancellation) =>
                use.HandleAsync(new ChannelId(id), pause: false, cancellation))
            .RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> HandleAsync(ChannelId id, bool pause, CancellationToken cancellation)
    {
        var found = false;
        await db.WriteAsync(async () => found = await ChangeAsync(id, pause, cancellation), cancellation);
        return found ? Answer.SeeOther(caller.Required.To($"channels/{id}")) : Results.NotFound();
    }

    private async Task<bool> ChangeAsync(ChannelId id, bool pause, CancellationToken cancellation)
    {
        if (await db.Set<Channel>().FirstOrDefaultAsync(c => c.Id == id && c.DisconnectedAt == null, cancellation) is not { } channel)
            return false;
        if (pause == channel.PausedAt is not null)
            return true;

        if (pause)
            channel.Pause(clock.GetCurrentInstant());
        else
            channel.Resume();
        if (!pause)
            await held.GoOnAsync(id, cancellation);
        ledger.Write(channel.Organisation, pause ? "channel-paused" : "channel-resumed", caller.Required.Person, new { channel = id });
        live.AnnounceAfter(db, channel.Organisation, ChannelTopics.Channels);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
