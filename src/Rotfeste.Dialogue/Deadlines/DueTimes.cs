using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Histories;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Waits;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>
/// Puts the due time of a conversation right, and what it is reported by, from its history and what the organisation aims at. Whoever changes
/// whose turn it is calls this before saving; so does what changes the aims.
/// </summary>
internal sealed class DueTimes(AppDb db, PlanReading plans, HistoryReading histories, WaitKeeping waits, DueWork due, IClock clock)
{
    /// <summary>In the caller's unit of work.</summary>
    public Task SetAsync(Conversation conversation, CancellationToken cancellation) => SetAsync(conversation, warnsAnyway: false, cancellation);

    /// <summary>The same for what was there before due times were: it has its due time, perhaps, but no warning.</summary>
    public Task CatchUpAsync(Conversation conversation, CancellationToken cancellation) => SetAsync(conversation, warnsAnyway: true, cancellation);

    /// <summary>The first of the running times to run out.</summary>
    public static Instant? DueOf(IEnumerable<TargetTime> times, ConversationId conversation) =>
        times.Where(t => t.End == TargetEnd.Running && t.Conversation == conversation.Value).Min(t => t.Due);

    private async Task SetAsync(Conversation conversation, bool warnsAnyway, CancellationToken cancellation)
    {
        var plan = await plans.ReadAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var all = await TimesAsync(conversation, plan, now, cancellation);
        await waits.KeepAsync(conversation, all, cancellation);
        if (conversation.SetDue(conversation.MayBeDue ? DueOf(all, conversation.Id) : null) || (warnsAnyway && conversation.DueAt is not null))
            await WarnAsync(conversation, plan, now, cancellation);
        await WakeAsync(conversation, plan, now, cancellation);
    }

    private async Task<IReadOnlyList<TargetTime>> TimesAsync(Conversation conversation, Plan plan, Instant now, CancellationToken cancellation)
    {
        var labels = plan.AsksLabels ? await LabelsAsync(conversation.Id, cancellation) : [];
        var events = await histories.OfAsync(conversation, cancellation);
        return ResponseTimes.Of(events, plan.TargetsOf(conversation.Channel, labels), plan.Calendar, now);
    }

    private async Task<List<LabelId>> LabelsAsync(ConversationId conversation, CancellationToken cancellation)
    {
        await db.Set<ConversationLabel>().Where(l => l.Conversation == conversation).LoadAsync(cancellation);
        return [.. db.Set<ConversationLabel>().Local.Where(l => l.Conversation == conversation).Select(l => l.Label)];
    }

    private async Task WarnAsync(Conversation conversation, Plan plan, Instant now, CancellationToken cancellation)
    {
        var job = new WarnOfDueJob(conversation.Organisation, conversation.Id);
        if (conversation.DueAt is { } at && at > now)
            await due.ScheduleAsync(job, plan.UrgentFrom(at, now), job.Key, cancellation);
        else
            await due.WithdrawAsync<WarnOfDueJob>(job.Key, cancellation);
    }

    // A snooze buys no time: what becomes urgent comes back by itself, sooner than was asked for.
    private async Task WakeAsync(Conversation conversation, Plan plan, Instant now, CancellationToken cancellation)
    {
        if (conversation.SnoozedUntil is not { } until)
            return;

        var job = new WakeConversationJob(conversation.Organisation, conversation.Id);
        var urgent = conversation.DueAt is { } at ? plan.UrgentFrom(at, now) : until;
        await due.ScheduleAsync(job, Instant.Min(until, urgent), job.Key, cancellation);
    }
}
