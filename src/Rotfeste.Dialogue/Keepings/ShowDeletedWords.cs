using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Dialogue.Archives;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Keepings;

/// <summary>Show what its author deleted, on purpose: the ledger says who looked. It is shown once, and not on a page one comes back to.</summary>
internal sealed class ShowDeletedWords(
    AppDb db, ConversationDoor door, ArchiveReading reading, KeepDeletedWords kept, LedgerWriter ledger, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/conversations/{id:guid}/archive/words", (Guid id, ShowDeletedWords use, CancellationToken cancellation) =>
            use.HandleAsync(id, cancellation)).RequireAuthorization(Access.Lead);

    private async Task<IResult> HandleAsync(Guid id, CancellationToken cancellation)
    {
        if (await door.LookAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var words = await kept.OfAsync(conversation.Id, cancellation);
        var view = await reading.PageAsync(conversation, cancellation);
        if (words.Count == 0)
            return Answer.SeeOther(caller.Required.To($"inbox/{id}/archive"));

        ledger.Write(conversation.Organisation, "deleted-words-shown", caller.Required.Person, new { conversation = id, posts = words.Count });
        await db.SaveChangesAsync(cancellation);
        return Answer.Page<ArchivePage>((nameof(ArchivePage.View), view with
        {
            Deleted = [.. words.Select(w => new DeletedView(w.Name.Length > 0 ? w.Name : w.Handle, w.Text, w.At))],
        }));
    }
}
