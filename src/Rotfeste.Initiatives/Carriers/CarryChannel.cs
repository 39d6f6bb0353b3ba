using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Carriers;

/// <summary>Lets a channel point to the initiative that it is for.</summary>
internal sealed class CarryChannel(AppDb db, CurrentCaller caller, InitiativeDoor door, ConnectedChannels channels, LedgerWriter ledger)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/initiatives/{id:guid}/channels", (Guid id, IFormCollection form, CarryChannel use, CancellationToken cancellation) =>
            use.HandleAsync(id, form.Text("channel"), isGiven: true, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/initiatives/{id:guid}/channels/removal", (Guid id, IFormCollection form, CarryChannel use, CancellationToken cancellation) =>
            use.HandleAsync(id, form.Text("channel"), isGiven: false, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> HandleAsync(Guid id, string chosen, bool isGiven, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        if (!door.MayWrite(initiative))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        // A channel that is not ours, or nothing chosen, changes nothing.
        var channel = (await channels.AllAsync(cancellation)).FirstOrDefault(c => c.Id.ToString() == chosen);
        if (channel is null)
            return Answer.SeeOther(door.AddressOf(initiative));

        var carried = await db.Set<CarriedChannel>().FirstOrDefaultAsync(c => c.Channel == channel.Id, cancellation);
        if (isGiven && carried is null)
            db.Add(CarriedChannel.Of(initiative.Organisation, channel.Id, initiative.Id));
        else if (isGiven)
            carried!.Carry(initiative.Id);
        else if (carried?.Initiative == initiative.Id)
            db.Remove(carried);
        ledger.Write(initiative.Organisation, isGiven ? "channel-carries" : "channel-carries-no-longer", caller.Required.Person,
            new { channel = channel.Id, initiative = initiative.Id });
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(door.AddressOf(initiative));
    }
}
