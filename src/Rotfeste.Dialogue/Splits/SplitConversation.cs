using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Splits;

/// <summary>A post about another matter, and what answers it, becomes a conversation of its own. Merging the two takes it back.</summary>
internal sealed class SplitConversation(
    AppDb db, ConversationDoor door, Posts posts, SplitReading reading, Belongings belongings, DueTimes times, FactLog facts, LedgerWriter ledger, Changes changes,
    SplittingScreen screen, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inbox/{id:guid}/splitting", (Guid id, Guid? post, SplittingScreen screen, CancellationToken cancellation) =>
            screen.ShowAsync(id, post, null, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/conversations/{id:guid}/splits", (Guid id, [FromForm] Guid? post, SplitConversation use, CancellationToken cancellation) =>
            use.SplitAsync(id, PostId.From(post ?? default), cancellation)).RequireAuthorization(Access.Answer);
    }

    private async Task<IResult> SplitAsync(Guid id, PostId post, CancellationToken cancellation)
    {
        var (made, why) = await db.OnWhatStandsAsync(async () =>
        {
            (ConversationId? Made, string? Why) outcome = (null, null);
            await db.WriteAsync(async () => outcome = await TryAsync(id, post, cancellation), cancellation);
            return outcome;
        });
        return (made, why) switch
        {
            (_, { } refused) => await screen.ShowAsync(id, post.Value, refused, cancellation),
            ({ } conversation, _) => Answer.SeeOther(caller.Required.To($"inbox/{conversation}")),
            _ => Results.NotFound(),
        };
    }

    private async Task<(ConversationId? Made, string? Why)> TryAsync(Guid id, PostId post, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } from)
            return (null, null);

        // Pressed twice, or taken out by somebody else: there it is.
        if (from.Posts.All(p => p.Post != post))
            return (await reading.BegunWithAsync(post, from.Id, cancellation), null);

        var going = await reading.GoingAsync(from, post, cancellation);
        if (SplitRules.WhyNot(from, going) is { } why)
            return (null, why);

        var (me, now) = (caller.Required.Person, clock.GetCurrentInstant());
        var branch = (await posts.FindAsync([post], cancellation))[post].Post.Uri;
        var made = Conversation.SplitOff(from, await HomeAsync(from, post, cancellation), branch, going, now);
        db.Add(made);
        await belongings.ShareAsync(from, made, me, now, cancellation);
        facts.Tell(new ConversationOpened(made.Organisation, made.Id, made.Channel, now));
        ledger.Write(made.Organisation, "conversation-split", me, new { conversation = made.Id.Value, from = from.Id.Value });
        await times.SetAsync(from, cancellation);
        await times.SetAsync(made, cancellation);
        changes.Tell(from);
        changes.Tell(made);
        await db.SaveChangesAsync(cancellation);
        return (made.Id, null);
    }

    private async Task<Conversation> HomeAsync(Conversation from, PostId post, CancellationToken cancellation) =>
        from.Posts.First(p => p.Post == post).Home is { } home ? await db.Set<Conversation>().Include(c => c.Posts).FirstAsync(c => c.Id == home, cancellation) : from;
}
