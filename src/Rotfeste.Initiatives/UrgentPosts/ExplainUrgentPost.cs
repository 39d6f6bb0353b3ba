using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.UrgentPosts;

/// <summary>Shows what was sent as urgent; the writer or the accountable leader tells afterwards what it was, and mends or erases the words.</summary>
internal sealed class ExplainUrgentPost(
    AppDb db, CurrentCaller caller, UrgentPostReading reading, UrgentPostNotices notices, InitiativeDoor door, LedgerWriter ledger, IClock clock,
    IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/urgent-posts/{id:guid}", (Guid id, ExplainUrgentPost use, CancellationToken cancellation) =>
            use.ShowAsync(id, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/urgent-posts/{id:guid}/explanation", (Guid id, IFormCollection form, ExplainUrgentPost use, CancellationToken cancellation) =>
            use.ChangeAsync(id, post => use.ExplainAsync(post, form.Text("explanation").ReplaceLineEndings("\n"), cancellation), cancellation))
            .RequireAuthorization(Access.Member);
        routes.MapPost("/urgent-posts/{id:guid}/erasure", (Guid id, ExplainUrgentPost use, CancellationToken cancellation) =>
            use.ChangeAsync(id, post => use.EraseAsync(post, cancellation), cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> ShowAsync(Guid id, CancellationToken cancellation) => await reading.FindAsync(id, cancellation) is { } post
        ? Answer.Page<UrgentPostPage>((nameof(UrgentPostPage.View), await ViewOfAsync(post, null, [], cancellation)))
        : Results.NotFound();

    private async Task<IResult> ChangeAsync(Guid id, Func<UrgentPost, Task<IResult>> change, CancellationToken cancellation)
    {
        IResult answer = Results.NotFound();
        await db.WriteAsync(
            async () =>
            {
                if (await reading.FindAsync(id, cancellation) is { } post)
                    answer = await change(post);
            },
            cancellation);
        return answer;
    }

    private async Task<IResult> ExplainAsync(UrgentPost post, string words, CancellationToken cancellation)
    {
        var me = caller.Required;
        var isTold = post.Explanation.Length > 0;
        if (!await reading.MayExplainAsync(post, cancellation))
        {
            return isTold && await reading.IsExpectedAsync(post, cancellation)
                ? await RefuseAsync(post, words, texts["Refused.Told"], cancellation)
                : Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (words.Length is 0 or > UrgentPost.LongestExplanation)
            return await RefuseAsync(post, words, words.Length == 0 ? texts["Refused.Empty"] : texts["Refused.Long", UrgentPost.LongestExplanation], cancellation);

        if (words != post.Explanation)
            Write(post, isTold ? "urgent-post-corrected" : "urgent-post-explained", post.Explain(words, me.Person, clock.GetCurrentInstant()));
        if (!isTold)
            await notices.TellExplainedAsync(post, me, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(AddressOf(post));
    }

    // Erasing what is gone already is no mistake: the page shows how it stands.
    private async Task<IResult> EraseAsync(UrgentPost post, CancellationToken cancellation)
    {
        if (post.Explanation.Length == 0)
            return Answer.SeeOther(AddressOf(post));
        if (!await reading.MayEraseAsync(post, cancellation))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        Write(post, "urgent-post-erased", post.Erase());
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(AddressOf(post));
    }

    private void Write(UrgentPost post, string kind, string hash) => ledger.Write(
        post.Organisation, kind, caller.Required.Person, new { item = post.Item, channel = post.Channel, initiative = post.Initiative, words = hash });

    private string AddressOf(UrgentPost post) => caller.Required.To($"urgent-posts/{post.Item}");

    private async Task<IResult> RefuseAsync(UrgentPost post, string words, string refusal, CancellationToken cancellation) =>
        Answer.Refused<UrgentPostPage>((nameof(UrgentPostPage.View), await ViewOfAsync(post, words, [new Refusal("explanation", refusal)], cancellation)));

    private async Task<UrgentPostPageView> ViewOfAsync(UrgentPost post, string? typed, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var initiative = post.Initiative is { } id ? await door.FindAsync(id.Value, cancellation) : null;
        var mayWrite = await reading.MayExplainAsync(post, cancellation);
        return new UrgentPostPageView(
            await reading.ReadAsync(post, cancellation), typed ?? (mayWrite ? post.Explanation : ""), mayWrite, await reading.MayEraseAsync(post, cancellation),
            initiative?.Title, initiative is null ? null : door.AddressOf(initiative), refusals);
    }
}
