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

/// <summary>Shows what was sent as urgent; the writer or the accountable leader tells afterwards what it was.</summary>
internal sealed class ExplainUrgentPost(
    AppDb db, CurrentCaller caller, UrgentPostReading reading, UrgentPostNotices notices, InitiativeDoor door, LedgerWriter ledger, IClock clock,
    IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/urgent-posts/{id:guid}", (Guid id, ExplainUrgentPost use, CancellationToken cancellation) =>
            use.ShowAsync(id, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/urgent-posts/{id:guid}/explanation", (Guid id, IFormCollection form, ExplainUrgentPost use, CancellationToken cancellation) =>
            use.HandleAsync(id, form.Text("explanation").ReplaceLineEndings("\n"), cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> ShowAsync(Guid id, CancellationToken cancellation) => await reading.FindAsync(id, cancellation) is { } post
        ? Answer.Page<UrgentPostPage>((nameof(UrgentPostPage.View), await ViewOfAsync(post, "", [], cancellation)))
        : Results.NotFound();

    private async Task<IResult> HandleAsync(Guid id, string words, CancellationToken cancellation)
    {
        IResult answer = Results.NotFound();
        await db.WriteAsync(
            async () =>
            {
                if (await reading.FindAsync(id, cancellation) is { } post)
                    answer = await ExplainAsync(post, words, cancellation);
            },
            cancellation);
        return answer;
    }

    private async Task<IResult> ExplainAsync(UrgentPost post, string words, CancellationToken cancellation)
    {
        if (!await reading.MayExplainAsync(post, cancellation))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (Refuse(post, words) is { } refusal)
            return Answer.Refused<UrgentPostPage>((nameof(UrgentPostPage.View), await ViewOfAsync(post, words, [refusal], cancellation)));

        var me = caller.Required;
        var hash = post.Explain(words, me.Person, clock.GetCurrentInstant());
        ledger.Write(post.Organisation, "urgent-post-explained", me.Person,
            new { item = post.Item, channel = post.Channel, initiative = post.Initiative, words = hash });
        await notices.TellExplainedAsync(post, me, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To($"urgent-posts/{post.Item}"));
    }

    private Refusal? Refuse(UrgentPost post, string words)
    {
        if (post.ExplainedAt is not null)
            return new Refusal("explanation", texts["Refused.Told"]);
        if (words.Length is 0 or > UrgentPost.LongestExplanation)
            return new Refusal("explanation", words.Length == 0 ? texts["Refused.Empty"] : texts["Refused.Long", UrgentPost.LongestExplanation]);
        return null;
    }

    private async Task<UrgentPostPageView> ViewOfAsync(UrgentPost post, string typed, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var initiative = post.Initiative is { } id ? await door.FindAsync(id.Value, cancellation) : null;
        return new UrgentPostPageView(
            await reading.ReadAsync(post, cancellation), typed, initiative?.Title, initiative is null ? null : door.AddressOf(initiative), refusals);
    }
}
