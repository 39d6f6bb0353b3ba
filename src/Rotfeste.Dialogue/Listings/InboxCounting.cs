using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Listings;

/// <summary>Counts by person.</summary>
internal sealed class KeptCounts(RowVersions versions, IClock clock)
    : Kept<(PersonId Person, string Sight), InboxCounts>(versions, clock, typeof(Conversation));

/// <summary>Counts what a person may see.</summary>
internal sealed class InboxCounting(AppDb db, InboxQuery query, KeptCounts kept, UsableChannels channels, UnitMates mates, PlanReading plans, IClock clock)
{
    public async Task<InboxCounts> CountAsync(Caller caller, CancellationToken cancellation)
    {
        var sight = await channels.OfAsync(caller, cancellation);
        return await kept.GetAsync(
            db, (caller.Person, sight.Key), () => FreshAsync(caller, sight, clock.GetCurrentInstant(), cancellation));
    }

    private async Task<InboxCounts> FreshAsync(Caller caller, ChannelSight sight, Instant now, CancellationToken cancellation)
    {
        var near = await mates.OfAsync(caller, cancellation);
        IQueryable<Conversation> Of(InboxStretch stretch) => query.Of(stretch, caller, sight, near);
        Task<int> UpTo(IQueryable<Conversation> some) => some.OrderBy(c => c.Place).Take(InboxCounts.Most).CountAsync(cancellation);
        var toDo = Of(InboxStretch.ToDo);
        var urgent = ConversationPlace.OfDue((await plans.ReadAsync(cancellation)).UrgentBefore(now));
        return new InboxCounts(
            await UpTo(toDo),
            await UpTo(toDo.Where(c => c.Place <= urgent)),
            await UpTo(toDo.Where(c => c.Place >= ConversationPlace.EndOfWaiting)),
            await UpTo(Of(InboxStretch.Mine)),
            await UpTo(toDo.Where(c => c.TakenBy == caller.Person)),
            await UpTo(Of(InboxStretch.Free)),
            await UpTo(Of(InboxStretch.Unit)),
            await UpTo(Of(InboxStretch.Theirs)),
            await UpTo(Of(InboxStretch.Snoozed)),
            await UpTo(Of(InboxStretch.Closed)),
            await UpTo(Of(InboxStretch.All)));
    }
}
