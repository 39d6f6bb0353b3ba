using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.ByHand;

/// <summary>What they said next, carried in to the same conversation: it waits again, and opens again where it was closed.</summary>
internal sealed class AddWords(AppDb db, Posts posts, Arrivals arrivals, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/conversations/{id:guid}/hand-posts",
        (Guid id, [FromForm] string? more, AddWords use, ConversationDoor door, CancellationToken cancellation) => door.OnWhatStandsAsync(
            id, c => use.HandleAsync(c, more, cancellation), cancellation)).RequireAuthorization(Access.Answer);

    private async Task<IResult> HandleAsync(Conversation conversation, string? typed, CancellationToken cancellation)
    {
        if (!conversation.IsByHand)
            return Results.NotFound();

        var (text, now) = (Shortened.Of(AnswerText.Clean(typed), CarriedWords.LongestText), clock.GetCurrentInstant());
        var before = (await posts.FindAsync([conversation.LastPost], cancellation)).GetValueOrDefault(conversation.LastPost);
        if (text.Length > 0 && before is { Erased: null })
        {
            var kept = await posts.KeepAsync([CarriedWords.Following(before.Post, text, now)], cancellation);
            await db.SaveChangesAsync(cancellation);
            var stored = await posts.FindAsync(kept, cancellation);
            foreach (var post in stored.Values)
                await arrivals.ReceiveAsync(post, HandChannel.Id, now, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.SeeOther(caller.Required.To($"inbox/{conversation.Id}"));
    }
}
