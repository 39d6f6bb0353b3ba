using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Likes;
using Rotfeste.Listening.Tips;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Mentions;

/// <summary>«Not for us», with or without all that says the same, and taking that back.</summary>
internal sealed class DismissMention(AppDb db, CurrentCaller caller, MentionReading reading, TipNews tips, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/mentions/{id:guid}/dismissal", (Guid id, HttpRequest request, DismissMention dismiss, CancellationToken cancellation) =>
            dismiss.ApplyAsync(id, request, dismiss.DismissAsync, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/mentions/{id:guid}/dismissal/likes", (Guid id, HttpRequest request, DismissMention dismiss, CancellationToken cancellation) =>
            dismiss.ApplyAsync(id, request, dismiss.DismissLikesAsync, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/mentions/{id:guid}/restoration", (Guid id, HttpRequest request, DismissMention dismiss, CancellationToken cancellation) =>
            dismiss.ApplyAsync(id, request, dismiss.RestoreAsync, cancellation)).RequireAuthorization(Access.Member);
    }

    private Task DismissAsync(Mention mention, CancellationToken cancellation)
    {
        mention.Dismiss(caller.Required.Person, clock.GetCurrentInstant());
        return Task.CompletedTask;
    }

    // The likes to come are put away as they come: see Likening.
    private async Task DismissLikesAsync(Mention mention, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        foreach (var like in await LikesAsync(mention, cancellation))
            like.Dismiss(caller.Required.Person, now);
        if (await FindLikeAsync(mention, cancellation) is null)
            db.Add(new DismissedLike { Organisation = mention.Organisation, LikeGroup = mention.LikeGroup, By = caller.Required.Person, At = now });
    }

    // What was put away together comes back together.
    private async Task RestoreAsync(Mention mention, CancellationToken cancellation)
    {
        if (await FindLikeAsync(mention, cancellation) is not { } dismissed)
        {
            mention.Restore();
            return;
        }

        foreach (var like in await LikesAsync(mention, cancellation))
            like.Restore();
        db.Remove(dismissed);
    }

    private Task<List<Mention>> LikesAsync(Mention mention, CancellationToken cancellation) =>
        db.Set<Mention>().Where(m => m.Organisation == mention.Organisation && m.LikeGroup == mention.LikeGroup).ToListAsync(cancellation);

    private Task<DismissedLike?> FindLikeAsync(Mention mention, CancellationToken cancellation) =>
        db.Set<DismissedLike>().FirstOrDefaultAsync(d => d.Organisation == mention.Organisation && d.LikeGroup == mention.LikeGroup, cancellation);

    private async Task<IResult> ApplyAsync(Guid id, HttpRequest request, Func<Mention, CancellationToken, Task> change, CancellationToken cancellation)
    {
        if (await db.Set<Mention>().FirstOrDefaultAsync(m => m.Id == new MentionId(id), cancellation) is not { } mention)
            return Results.NotFound();

        await change(mention, cancellation);
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
