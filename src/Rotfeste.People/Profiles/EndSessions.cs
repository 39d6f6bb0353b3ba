using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Calling;
using Rotfeste.People.Codes;
using Rotfeste.People.Contracts;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Profiles;

/// <summary>Signs out everywhere, here too.</summary>
internal sealed class EndSessions(
    AppDb db, ProfileScreen screen, SignInManager<Person> signIn, KnownPeople known, CodeBook codes, LedgerWriter ledger)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/profile/sessions/end", (EndSessions use, CancellationToken cancellation) => use.HandleAsync(cancellation))
            .RequireAuthorization(Access.SignedIn);

    private async Task<IResult> HandleAsync(CancellationToken cancellation)
    {
        var me = await screen.MeAsync(cancellation);
        await codes.EndAsync(CodePurpose.Notice, me.Id, cancellation);
        me.EndSessions();
        ledger.WriteForInstallation("signed-out-everywhere", me.Id, new { person = me.Id });
        known.ForgetAfter(db);
        await db.SaveChangesAsync(cancellation);
        await signIn.SignOutAsync();
        return Answer.SeeOther("/sign-in");
    }
}
