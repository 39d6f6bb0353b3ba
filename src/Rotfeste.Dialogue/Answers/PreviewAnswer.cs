using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Composers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Answers;

/// <summary>Show an answer as the network will; nothing is stored.</summary>
internal static class PreviewAnswer
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/conversations/{id:guid}/preview", HandleAsync).RequireAuthorization(Access.Answer);

    private static async Task<IResult> HandleAsync(
        Guid id, [FromForm] string? text, [FromForm] Guid? to, HttpRequest request, CurrentCaller caller, ConversationDoor door, UsableChannels channels,
        AnswerSigning signing, AskedPost asked, SendingCheck sending, ConversationScreen screen, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        asked.Choose(to);
        var typed = AnswerText.Clean(text);
        var sight = await channels.OfAsync(caller.Required, cancellation);
        var question = await asked.OfAsync(conversation, cancellation);
        var signature = await signing.OfAsync(caller.Required, conversation, question, cancellation);
        var opening = question is null ? "" : TextRules.OpeningOf(question);
        var shown = opening + Shortened.Of(typed, AnswerText.Longest);
        var preview = new PreviewView(Pieces.Of(sight.CardOf(asked.ChannelOf(conversation))?.Network ?? "bluesky", shown), signature.Text);
        var finds = sending.Say(await sending.FindAsync(conversation, caller.Required.Person, typed, cancellation), []);
        return request.Headers.ContainsKey("HX-Request")
            ? Answer.Page<PreviewPart>((nameof(PreviewPart.View), preview with { Warnings = [.. finds.Select(f => f.Words).Distinct()] }))
            : await screen.WriteAsync(conversation, StatusCodes.Status200OK, typed, view => view with { Preview = preview, Finds = finds }, cancellation);
    }
}
