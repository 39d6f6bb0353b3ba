using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Waits;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Reports;

/// <summary>Reads the waits that a person may see, and by which rule they count.</summary>
internal sealed class WaitQuery(AppDb db, PlanReading plans, IClock clock)
{
    private const int Farthest = 400;
    private const int SlotMinutes = 15;

    /// <summary>Asked within the period. What moved into another conversation is counted there.</summary>
    public IQueryable<Wait> Within(ReportPeriod period, Caller caller, ChannelSight sight)
    {
        var (from, until, seen) = (period.Start, period.End, sight.Seen.ToList());
        return db.Set<Wait>().AsNoTracking().Where(w =>
            w.Organisation == caller.Organisation && w.AskedAt >= from && w.AskedAt < until && seen.Contains(w.Channel) && w.End != TargetEnd.Moved);
    }

    /// <summary>Those whose conversation has the label.</summary>
    public IQueryable<Wait> With(IQueryable<Wait> waits, Guid label)
    {
        var wanted = LabelId.From(label);
        return waits.Where(w => db.Set<ConversationLabel>().Any(l => l.Conversation == w.Conversation && l.Label == wanted));
    }

    /// <summary>Once for each label of the conversation.</summary>
    public IQueryable<LabelledWait> Labelled(IQueryable<Wait> waits) => waits.Join(
        db.Set<ConversationLabel>(),
        w => w.Conversation,
        l => l.Conversation,
        (w, l) => new LabelledWait(
            l.Label, new CountedWait(w.Conversation, w.Channel, w.Unit, w.By, w.Kind, w.AskedAt, w.EndedAt, w.End, w.Worked, w.DueAt, w.EndedLate)));

    public static IQueryable<CountedWait> Read(IQueryable<Wait> waits) => waits.Select(w => new CountedWait(
        w.Conversation, w.Channel, w.Unit, w.By, w.Kind, w.AskedAt, w.EndedAt, w.End, w.Worked, w.DueAt, w.EndedLate));

    public async Task<CountingRule> RuleAsync(CancellationToken cancellation)
    {
        var plan = await plans.ReadAsync(cancellation);
        var open = new Dictionary<long, bool>();
        return new CountingRule(LateBefore(plan, clock.GetCurrentInstant()), IsOpen);

        // The same quarters of an hour come again and again.
        bool IsOpen(Instant at)
        {
            var slot = at.ToUnixTimeSeconds() / (SlotMinutes * 60);
            if (!open.TryGetValue(slot, out var known))
                open[slot] = known = plan.Calendar.IsOpen(at);
            return known;
        }
    }

    // Due at closing time and looked at in the evening is not late: no working time has passed since.
    private static Instant LateBefore(Plan plan, Instant now)
    {
        var (early, late) = (now - Duration.FromDays(Farthest), now);
        if (plan.Calendar.Between(early, now) == Duration.Zero)
            return early;
        while (late - early > Duration.FromSeconds(1))
        {
            var middle = early + ((late - early) / 2);
            (early, late) = plan.Calendar.Between(middle, now) > Duration.Zero ? (middle, late) : (early, middle);
        }

        return late;
    }
}
