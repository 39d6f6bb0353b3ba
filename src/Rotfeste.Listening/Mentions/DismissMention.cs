using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Tips;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Mentions;

/// <summary>«Not for us», and taking that back.</summary>
internal sealed class DismissMention(AppDb db, CurrentCaller caller, MentionReading reading, TipNews tips, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/mentions/{id:guid}/dismissal", (Guid id, HttpRequest request, DismissMention dismiss, CancellationToken cancellation) =>
            dismiss.DismissAsync(id, request, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/mentions/{id:guid}/restoration", (Guid id, HttpRequest request, DismissMention dismiss, CancellationToken cancellation) =>
            dismiss.ApplyAsync(id, request, m => m.Restore(), cancellation)).RequireAuthorization(Access.Member);
    }

    private Task<IResult> DismissAsync(Guid id, HttpRequest request, CancellationToken cancellation) =>
        ApplyAsync(id, request, m => m.Dismiss(caller.Required.Person, clock.GetCurrentInstant()), cancellation);

    private async Task<IResult> ApplyAsync(Guid id, HttpRequest request, Action<Mention> change, CancellationToken cancellation)
    {
        if (await db.Set<Mention>().FirstOrDefaultAsync(m => m.Id == new MentionId(id), cancellation) is not { } mention)
            return Results.NotFound();

        change(mention);
        if (mention.DismissedAt is null)
            await tips.TakeBackAsync(mention.Id, cancellation);
        else
            await tips.TellAsync(mention.Id, TipNews.Dismissed, cancellation);
        await db.SaveChangesAsync(cancellation);
        if (!request.Headers.ContainsKey("HX-Request"))
            return Answer.SeeOther(caller.Required.To(mention.DismissedAt is null ? "mentions" : $"mentions?undo={id}"));
        return Answer.Page<MentionRow>((nameof(MentionRow.View), await reading.FindAsync(mention.Id, cancellation)));
    }
}
