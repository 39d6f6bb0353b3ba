using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Listening.Contracts;
using Rotfeste.Matching.Numbers;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Numbers;

/// <summary>Say that what looks like a private number in a post is none.</summary>
internal sealed class MarkFalseAlarm(
    AppDb db, ConversationDoor door, Posts posts, ConversationParts parts, PrivateReading reading, FalseAlarms alarms, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/conversations/{id:guid}/numbers/false-alarms",
        (Guid id, [FromForm] Guid? post, [FromForm] int? start, MarkFalseAlarm use, CancellationToken cancellation) =>
            use.HandleAsync(id, post, start, cancellation)).RequireAuthorization(Access.Answer);

    private async Task<IResult> HandleAsync(Guid id, Guid? post, int? start, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        if (post is { } wanted && (await posts.FindAsync([PostId.From(wanted)], cancellation)).Values.FirstOrDefault() is { } said
            && (await parts.OfAsync(conversation, cancellation)).Any(p => p.RootUri == (said.Post.ReplyRoot?.Uri ?? said.Post.Uri)))
            await MarkAsync(conversation, said.Post.Text, start, cancellation);
        return Answer.SeeOther(caller.Required.To($"inbox/{id}"));
    }

    private async Task MarkAsync(Conversation conversation, string text, int? start, CancellationToken cancellation)
    {
        var rules = await reading.RulesAsync(cancellation);
        if (rules.FindsIn(text, conversation.Id).Where(f => f.Start == start).Cast<PrivateFind?>().FirstOrDefault() is not { } find)
            return;

        alarms.Mark(conversation, rules.CodeOf(text, find), find.Kind);
        await db.SaveChangesAsync(cancellation);
    }
}
