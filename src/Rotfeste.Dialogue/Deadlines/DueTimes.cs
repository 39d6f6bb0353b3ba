using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Histories;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>
/// Puts the due time of a conversation right, from its history and what the organisation aims at. Whoever changes whose turn it is
/// calls this before saving; so does what changes the aims.
/// </summary>
internal sealed class DueTimes(AppDb db, PlanReading plans, HistoryReading histories, DueWork due, IClock clock)
{
    /// <summary>In the caller's unit of work.</summary>
    public async Task SetAsync(Conversation conversation, CancellationToken cancellation)
    {
        var plan = await plans.ReadAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var at = conversation.MayBeDue ? await DueOfAsync(conversation, plan, now, cancellation) : null;
        if (conversation.SetDue(at))
            await WarnAsync(conversation, plan, now, cancellation);
        await WakeAsync(conversation, plan, now, cancellation);
    }

    /// <summary>The first of the running times to run out.</summary>
    public static Instant? DueOf(IEnumerable<TargetTime> times, ConversationId conversation) =>
        times.Where(t => t.End == TargetEnd.Running && t.Conversation == conversation.Value).Min(t => t.Due);

    private async Task<Instant?> DueOfAsync(Conversation conversation, Plan plan, Instant now, CancellationToken cancellation)
    {
        var labels = plan.AsksLabels ? await LabelsAsync(conversation.Id, cancellation) : [];
        var events = await histories.OfAsync(conversation, cancellation);
        return DueOf(ResponseTimes.Of(events, plan.TargetsOf(conversation.Channel, labels), plan.Calendar, now), conversation.Id);
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
