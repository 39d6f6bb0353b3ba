using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Calling;
using Rotfeste.People.Mails;
using Rotfeste.People.Organisations;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Invitations;

/// <summary>Shows an invitation to whoever has its link.</summary>
internal sealed class InvitationScreen(AppDb db, KnownPeople known, LinkMail mail, IClock clock, IHttpContextAccessor http)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/invitations/{code}", async (string code, InvitationScreen screen, CancellationToken cancellation) =>
            await screen.FindAsync(code, cancellation) is { } invitation
                ? await screen.ShowAsync(invitation, code, invitation.Name, [], cancellation)
                : screen.Gone()).AllowAnonymous();

    /// <summary>The open invitation with this code, or null.</summary>
    public async Task<Invitation?> FindAsync(string code, CancellationToken cancellation)
    {
        var hash = Secrets.HashOf(code);
        var found = await db.Set<Invitation>().FirstOrDefaultAsync(i => i.CodeHash == hash, cancellation);
        return found?.IsOpen(clock.GetCurrentInstant()) == true ? found : null;
    }

    public async Task<IResult> ShowAsync(
        Invitation invitation, string code, string name, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var key = EmailAddress.KeyOf(invitation.Email);
        var organisation = await db.Set<Organisation>().FirstAsync(o => o.Id == invitation.Organisation, cancellation);
        var me = http.HttpContext!.User.Person() is { } id ? await known.FindAsync(id, cancellation) : null;
        var view = new InvitationView(
            code, organisation.Name, $"/{organisation.Slug}", name, invitation.Email, me?.Name,
            await db.Set<Person>().AnyAsync(p => p.EmailKey == key, cancellation), mail.IsOpen, refusals);
        return refusals.Count > 0
            ? Answer.Refused<InvitationPage>((nameof(InvitationPage.View), view))
            : Answer.Page<InvitationPage>((nameof(InvitationPage.View), view));
    }

    public IResult Gone() => Answer.PageWithStatus<InvitationPage>(
        StatusCodes.Status410Gone, (nameof(InvitationPage.View), new InvitationView(null, "", "", "", "", null, IsKnown: false, mail.IsOpen, [])));
}
