using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Library;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.OpenAnswers;

/// <summary>"Did this help": a yes or a no is counted, and nothing of whoever said it.</summary>
internal sealed class CountHelp(AppDb db, Organisations organisations, HelpTokens tokens)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/answers/{slug}/help", (string slug, HttpRequest request, CountHelp use, CancellationToken cancellation) => use.HandleAsync(slug, request, cancellation))
        .AllowAnonymous().DisableAntiforgery().WithMetadata(new ProvesItsCallerItself()).RequireRateLimiting(OpenDoor.Helps);

    private async Task<IResult> HandleAsync(string slug, HttpRequest request, CancellationToken cancellation)
    {
        var own = db.Current.Value is { } id ? await organisations.FindAsync(id, cancellation) : null;
        if (own is null || !request.HasFormContentType)
            return Results.NotFound();

        var form = await request.ReadFormAsync(cancellation);
        if (!tokens.IsOne(own.Id, slug, form.Text("token")) || form.Text("helped") is not ("yes" or "no"))
            return Results.BadRequest();

        return await CountAsync(slug, form.Text("helped") == "yes", cancellation)
            ? Answer.SeeOther($"/{own.Slug}/answers/{slug}?thanks=yes#help")
            : Results.NotFound();
    }

    private Task<bool> CountAsync(string slug, bool helped, CancellationToken cancellation) => db.OnWhatStandsAsync(async () =>
    {
        if (await db.Set<LibraryAnswer>().FirstOrDefaultAsync(a => a.Slug == slug && a.PublicSince != null, cancellation) is not { } answer)
            return false;

        answer.Count(helped);
        await db.SaveChangesAsync(cancellation);
        return true;
    });
}
