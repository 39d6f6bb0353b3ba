using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Archives;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Exports;

/// <summary>Have conversations packed for the archive: all that wait, or one.</summary>
internal sealed class OrderExport(
    AppDb db, ArchiveReading archive, ExportReading reading, ConversationDoor door, DueWork due, LedgerWriter ledger, CurrentCaller caller, IClock clock)
{
    /// <summary>More than that waits for the next package.</summary>
    public const int MostConversations = 5_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/archive/exports", (OrderExport use, CancellationToken cancellation) =>
            use.ShowAsync(cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/archive/exports", (OrderExport use, CancellationToken cancellation) =>
            use.OrderAllAsync(cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/conversations/{id:guid}/archive/exports", (Guid id, OrderExport use, CancellationToken cancellation) =>
            use.OrderOneAsync(id, cancellation)).RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> ShowAsync(CancellationToken cancellation) =>
        Answer.Page<ExportsPart>((nameof(ExportsPart.Rows), await reading.LatestAsync(cancellation)));

    private async Task<IResult> OrderAllAsync(CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () =>
            {
                var waiting = await (await archive.WaitingRowsAsync(cancellation)).OrderBy(w => w.Flag.At)
                    .Select(w => w.Conversation.Id).Take(MostConversations).ToListAsync(cancellation);
                if (waiting.Count > 0)
                    await OrderAsync(waiting, cancellation);
            },
            cancellation);
        return Answer.SeeOther(caller.Required.To("archive"));
    }

    private async Task<IResult> OrderOneAsync(Guid id, CancellationToken cancellation)
    {
        if (await door.LookAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        await db.WriteAsync(() => OrderAsync([conversation.Id], cancellation), cancellation);
        return Answer.SeeOther(caller.Required.To("archive"));
    }

    private async Task OrderAsync(IReadOnlyList<ConversationId> conversations, CancellationToken cancellation)
    {
        var me = caller.Required;
        var export = ArchiveExport.Of(me.Organisation, me.Person, Language.Current.Code, conversations.Count, clock.GetCurrentInstant());
        db.Add(export);
        db.AddRange(conversations.Select(c => new PackedConversation { Organisation = me.Organisation, Export = export.Id, Conversation = c }));
        ledger.Write(me.Organisation, "archive-ordered", me.Person, new { export = export.Id, conversations = conversations.Count });
        await due.ScheduleAsync(new PackExportJob(me.Organisation, export.Id), export.At, key: null, cancellation);
        var end = new ExpireExportJob(me.Organisation, export.Id);
        await due.ScheduleAsync(end, export.ExpiresAt, end.Key, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
