using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.Channels.Accounts;

/// <summary>Says which units may see and answer a channel; none means all.</summary>
internal sealed class ChooseUnits(AppDb db, OrganisationUnits units, LedgerWriter ledger, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/channels/{id:guid}/units", (
            Guid id, IFormCollection form, [FromServices] ChooseUnits use, CancellationToken cancellation) =>
            use.HandleAsync(new ChannelId(id), [.. form["unit"].Select(u => Guid.TryParse(u, out var parsed) ? parsed : default)], cancellation))
        .RequireAuthorization(Access.Lead);

    private async Task<IResult> HandleAsync(ChannelId id, HashSet<Guid> typed, CancellationToken cancellation)
    {
        if (!await db.Set<Channel>().AnyAsync(c => c.Id == id && c.DisconnectedAt == null, cancellation))
            return Results.NotFound();

        var known = (await units.AllAsync(cancellation)).Select(u => u.Id).Where(u => typed.Contains(u.Value)).ToList();
        await db.WriteAsync(() => StoreAsync(id, known, cancellation), cancellation);
        return Answer.SeeOther(caller.Required.To($"channels/{id}"));
    }

    private async Task StoreAsync(ChannelId id, IReadOnlyList<UnitId> chosen, CancellationToken cancellation)
    {
        var before = await db.Set<ChannelUnit>().Where(u => u.Channel == id).ToListAsync(cancellation);
        db.RemoveRange(before.Where(u => !chosen.Contains(u.Unit)));
        db.AddRange(chosen.Except(before.Select(u => u.Unit))
            .Select(u => new ChannelUnit { Channel = id, Organisation = caller.Required.Organisation, Unit = u }));
        ledger.Write(caller.Required.Organisation, "channel-units", caller.Required.Person, new { channel = id, units = chosen });
        await db.SaveChangesAsync(cancellation);
    }
}
