using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Numbers;

/// <summary>Show what is hidden in a conversation, for a few minutes and to this person alone; the ledger holds who asked.</summary>
internal sealed class ShowNumbers(
    AppDb db, ConversationDoor door, ConversationThread threads, PrivateReading reading, LedgerWriter ledger, CurrentCaller caller, IClock clock)
{
    private const int MostPosts = 2_000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/conversations/{id:guid}/numbers/sight", (Guid id, ShowNumbers use, CancellationToken cancellation) => use.HandleAsync(id, cancellation))
        .RequireAuthorization(Access.Answer);

    private async Task<IResult> HandleAsync(Guid id, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var rules = await reading.RulesAsync(cancellation);
        var thread = await threads.ReadAsync(conversation, MostPosts, 0, cancellation);
        var finds = thread.SelectMany(p => rules.InThread(p.Post.Text, conversation.Id).Finds).ToList();
        if (finds.Count > 0)
            await OpenAsync(conversation, [.. finds.Select(f => f.Kind.ToString())], cancellation);
        return Answer.SeeOther(caller.Required.To($"inbox/{id}"));
    }

    private async Task OpenAsync(Conversation conversation, string[] kinds, CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        var sight = await db.Set<NumberSight>().FirstOrDefaultAsync(s => s.Conversation == conversation.Id && s.Person == me, cancellation);
        if (sight is null)
            db.Add(sight = NumberSight.Of(conversation, me));
        sight.Open(clock.GetCurrentInstant());
        ledger.Write(conversation.Organisation, "private-numbers-shown", me, new { conversation = conversation.Id.Value, kinds });
        await db.SaveChangesAsync(cancellation);
    }
}
