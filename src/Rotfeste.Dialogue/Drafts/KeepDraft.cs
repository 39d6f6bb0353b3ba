using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Writing;

namespace Rotfeste.Dialogue.Drafts;

/// <summary>Keep what is being written, as it is being written.</summary>
internal static class KeepDraft
{
    private const int LongestDraft = 100_000;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/conversations/{id:guid}/draft", HandleAsync).RequireAuthorization(Access.Answer);

    private static async Task<IResult> HandleAsync(
        Guid id, [FromForm] string? text, HttpContext http, CurrentCaller caller, ConversationDoor door, KeptDrafts drafts, AppDb db,
        IClock clock, CancellationToken cancellation)
    {
        // Kept as typed, spaces and all; what no network takes is not kept either.
        var typed = (text ?? "").ReplaceLineEndings("\n");
        if (typed.Length > LongestDraft)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);

        // Two windows of the same person may keep the first draft at once.
        return await door.OnWhatStandsAsync(
            id,
            async conversation =>
            {
                FaultPoint.Pass("draft-before-store");
                db.MustOutliveAPowerFailure();
                await drafts.KeepAsync(conversation.Id, caller.Required.Person, typed, cancellation);
                await db.SaveChangesAsync(cancellation);
                FaultPoint.Pass("draft-stored");
                return DraftAnswer.Kept(http, clock.GetCurrentInstant());
            },
            cancellation);
    }
}
