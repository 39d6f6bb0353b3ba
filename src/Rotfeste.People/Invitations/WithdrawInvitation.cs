using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Invitations;

/// <summary>Takes an invitation back; its link opens nothing any more.</summary>
internal static class WithdrawInvitation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/invitations/{id:guid}/withdrawal", HandleAsync).RequireAuthorization(Access.Leader);

    private static async Task<IResult> HandleAsync(
        Guid id, AppDb db, CurrentCaller caller, LedgerWriter ledger, IClock clock, CancellationToken cancellation)
    {
        if (await db.Set<Invitation>().FirstOrDefaultAsync(i => i.Id == id, cancellation) is not { } invitation)
            return Results.NotFound();

        var me = caller.Required;
        invitation.End(clock.GetCurrentInstant());
        ledger.Write(me.Organisation, "invitation-withdrawn", me.Person, new { invitation = id });
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("people"));
    }
}
