using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Mentions;

/// <summary>Asks a colleague to look at a mention, with a word on why; and takes that back.</summary>
internal sealed class HandMention(AppDb db, CurrentCaller caller, Colleagues colleagues, Notify notify)
{
    public const string Kind = "mention-handed";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/mentions/{id:guid}/handover", async (Guid id, HttpRequest request, HandMention hand, CancellationToken cancellation) =>
            await hand.HandAsync(id, await request.ReadFormAsync(cancellation), cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/mentions/{id:guid}/handover/regret", (Guid id, HandMention hand, CancellationToken cancellation) =>
            hand.RegretAsync(id, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> HandAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } mention)
            return Results.NotFound();
        var to = Guid.TryParse(form["person"], out var person) ? new PersonId(person) : default;
        var known = await colleagues.FindAsync([to], cancellation);
        if (known.TryGetValue(to, out var colleague) && colleague.IsActive)
        {
            var note = form["note"].ToString().Replace('\0', ' ').Trim();
            mention.Hand(to, caller.Required.Person, note);
            var told = note.Length == 0 ? "" : $" «{note}»";
            await notify.TellAsync(to, new Notice(Kind, [caller.Required.Name, told], $"mentions/{id}", Key: Key(id)), cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.SeeOther(caller.Required.To($"mentions/{id}"));
    }

    private async Task<IResult> RegretAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } mention)
            return Results.NotFound();
        mention.HandBack();
        await notify.TakeBackAsync(Key(id), cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To($"mentions/{id}"));
    }

    private static string Key(Guid id) => $"mention-handed-{id}";

    private Task<Mention?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Set<Mention>().FirstOrDefaultAsync(m => m.Id == new MentionId(id), cancellation);
}
