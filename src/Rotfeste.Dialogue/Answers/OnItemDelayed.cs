using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue.Answers;

/// <summary>An answer waits, or its outcome is unknown: open pages look again. Nothing changes here, Channels knows how it stands.</summary>
internal sealed class OnItemDelayed(AppDb db, AnswersOfOrders answers, Changes changes) : IOn<ItemDelayed>
{
    public async Task HandleAsync(IReadOnlyList<ItemDelayed> facts, CancellationToken cancellation)
    {
        foreach (var (_, conversation) in (await answers.FindAsync([.. facts.Select(f => f.Item)], cancellation)).Values)
            changes.Tell(conversation);
        await db.SaveChangesAsync(cancellation);
    }
}
