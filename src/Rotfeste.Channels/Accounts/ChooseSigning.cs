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
using Rotfeste.Platform.Live;
using Rotfeste.Platform.Web;

namespace Rotfeste.Channels.Accounts;

/// <summary>Says how answers from a channel are signed; nothing chosen means as everywhere else.</summary>
internal sealed class ChooseSigning(AppDb db, LedgerWriter ledger, LiveTopics live, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/channels/{id:guid}/signing", (
            Guid id, IFormCollection form, [FromServices] ChooseSigning use, CancellationToken cancellation) =>
            use.HandleAsync(new ChannelId(id), form.Named<SignatureStyle>("style"), cancellation))
        .RequireAuthorization(Access.Lead);

    private async Task<IResult> HandleAsync(ChannelId id, SignatureStyle? style, CancellationToken cancellation)
    {
        if (await db.Set<Channel>().FirstOrDefaultAsync(c => c.Id == id && c.DisconnectedAt == null, cancellation) is not { } channel)
            return Results.NotFound();

        channel.SignAs(style);
        ledger.Write(channel.Organisation, "channel-signing", caller.Required.Person, new { channel = id, style });
        live.AnnounceAfter(db, channel.Organisation, ChannelTopics.Channels);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To($"channels/{id}"));
    }
}
