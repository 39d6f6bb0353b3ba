using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Calling;
using Rotfeste.People.Contracts;
using Rotfeste.People.Passkeys;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Profiles;

/// <summary>Shows the person's own page, as it is or with what must be mended.</summary>
internal sealed class ProfileScreen(AppDb db, KnownPeople known, IHttpContextAccessor http)
{
    // What may stand in the address to say what was done.
    private static readonly string[] Things = ["name", "password", "passkey", "passkey-gone"];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/profile", (ProfileScreen screen, [FromQuery] string? done, CancellationToken cancellation) =>
            screen.ShowAsync(Array.Find(Things, t => t == done), [], cancellation)).RequireAuthorization(Access.SignedIn);

    /// <summary>Who is signed in, tracked for change.</summary>
    public Task<Person> MeAsync(CancellationToken cancellation)
    {
        var id = http.HttpContext!.User.Person() ?? throw new InvalidOperationException("This endpoint needs a person.");
        return db.Set<Person>().FirstAsync(p => p.Id == id, cancellation);
    }

    public async Task<IResult> ShowAsync(string? done, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var me = await MeAsync(cancellation);
        var seats = (await known.FindAsync(me.Id, cancellation))?.Seats ?? [];
        var passkeys = await db.Set<Passkey>().Where(k => k.Person == me.Id).OrderBy(k => k.CreatedAt)
            .Select(k => new PasskeyView(k.Id, k.Name, k.CreatedAt)).ToListAsync(cancellation);
        var view = new ProfileView(
            me.Name, me.FirstName, me.Email, me.PasswordHash is not null, passkeys,
            [.. seats.Select(s => new PlaceView(s.OrganisationName, s.Path))],
            seats.Any(s => s.Roles.HasFlag(Roles.Owner)), done, refusals);
        return refusals.Count > 0
            ? Answer.Refused<ProfilePage>((nameof(ProfilePage.View), view))
            : Answer.Page<ProfilePage>((nameof(ProfilePage.View), view));
    }
}
