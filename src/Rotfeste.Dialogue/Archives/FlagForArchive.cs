using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Exports;
using Rotfeste.Dialogue.Keepings;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Archives;

/// <summary>Flag a conversation for the archive, and take the flag away again with a reason. Whoever sees it may: the content decides.</summary>
internal sealed class FlagForArchive(
    AppDb db, ConversationDoor door, ConversationChange conversations, ArchiveReading reading, ExportReading exports, KeepDeletedWords deleted, LedgerWriter ledger, CurrentCaller caller,
    IStringLocalizer<Texts> texts, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/archive", (FlagForArchive use, CancellationToken cancellation) =>
            use.ListAsync(cancellation)).RequireAuthorization(Access.Lead);
        routes.MapGet("/inbox/{id:guid}/archive", (Guid id, FlagForArchive use, CancellationToken cancellation) =>
            use.ShowAsync(id, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/conversations/{id:guid}/archive", (Guid id, IFormCollection form, FlagForArchive use, CancellationToken cancellation) =>
            use.FlagAsync(id, form.Text("case"), cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/conversations/{id:guid}/archive/removal", (Guid id, IFormCollection form, FlagForArchive use, CancellationToken cancellation) =>
            use.RemoveAsync(id, form.Text("reason"), cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> ListAsync(CancellationToken cancellation) =>
        Answer.Page<FlaggedPage>(
            (nameof(FlaggedPage.View), await reading.WaitingAsync(cancellation)),
            (nameof(FlaggedPage.Packages), await exports.LatestAsync(cancellation)));

    private async Task<IResult> ShowAsync(Guid id, CancellationToken cancellation) => await door.LookAsync(id, cancellation) is { } conversation
        ? Answer.Page<ArchivePage>((nameof(ArchivePage.View), await reading.PageAsync(conversation, cancellation)))
        : Results.NotFound();

    private async Task<IResult> FlagAsync(Guid id, string @case, CancellationToken cancellation)
    {
        try
        {
            return await conversations.ApplyAsync(
                id,
                async conversation =>
                {
                    if (@case.Length > ArchiveFlag.LongestCase)
                        return await RefuseAsync(conversation, v => v with { Case = @case }, new Refusal("case", texts["Refused.Case", ArchiveFlag.LongestCase]), cancellation);

                    var flags = await db.Set<ArchiveFlag>().Where(f => f.Conversation == conversation.Id).ToListAsync(cancellation);
                    if (flags.Exists(f => f.RemovedAt is null))
                        return conversations.Back(conversation, "/archive");

                    var flag = ArchiveFlag.Of(conversation, flags.Count + 1, @case, caller.Required.Person, clock.GetCurrentInstant());
                    db.Add(flag);
                    Tell("conversation-flagged", flag);
                    return null;
                },
                cancellation,
                "/archive");
        }
        catch (DbUpdateException twice) when (twice is not DbUpdateConcurrencyException)
        {
            // A colleague flagged it in the same moment; one flag is enough.
            return Answer.SeeOther(caller.Required.To($"inbox/{id}/archive"));
        }
    }

    private Task<IResult> RemoveAsync(Guid id, string reason, CancellationToken cancellation) => conversations.ApplyAsync(
        id,
        async conversation =>
        {
            if (reason.Length is 0 or > ArchiveFlag.LongestReason)
                return await RefuseAsync(conversation, v => v with { Reason = reason }, new Refusal("reason", texts["Refused.Reason", ArchiveFlag.LongestReason]), cancellation);

            var flag = await db.Set<ArchiveFlag>().FirstOrDefaultAsync(f => f.Conversation == conversation.Id && f.RemovedAt == null, cancellation);
            if (flag is null || !flag.Remove(caller.Required.Person, reason, clock.GetCurrentInstant()))
                return conversations.Back(conversation, "/archive");

            await deleted.LetGoAsync([conversation.Id], cancellation);
            Tell("conversation-unflagged", flag);
            return null;
        },
        cancellation,
        "/archive");

    private void Tell(string kind, ArchiveFlag flag) =>
        ledger.Write(flag.Organisation, kind, caller.Required.Person, new { conversation = flag.Conversation.Value, number = flag.Number });

    private async Task<IResult> RefuseAsync(
        Conversation conversation, Func<ArchiveView, ArchiveView> typed, Refusal refusal, CancellationToken cancellation) =>
        Answer.Refused<ArchivePage>((nameof(ArchivePage.View), typed(await reading.PageAsync(conversation, cancellation)) with { Refusals = [refusal] }));
}
