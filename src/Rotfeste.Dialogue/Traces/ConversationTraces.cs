using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Histories;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Dialogue.Traces;

/// <summary>What accounts led to lately: how many asked, how it stands with them, and what was answered last, by whom.</summary>
internal sealed class ConversationTraces(
    AppDb db, UsableChannels usable, Posts posts, Colleagues colleagues, IStringLocalizer<Texts> texts, IClock clock)
{
    private const int Days = 30;
    private const int MostLatest = 3;
    private const int MostText = 240;

    // As many again may be private, erased, or in one conversation.
    private const int Spare = 6;

    public static TracesOf Slot { get; } = new((services, caller, channels, cancellation) =>
        services.GetRequiredService<ConversationTraces>().ReadAsync(caller, channels, cancellation));

    private async Task<Trace?> ReadAsync(Caller caller, IReadOnlyCollection<Guid> channels, CancellationToken cancellation)
    {
        var sight = await usable.OfAsync(caller, cancellation);
        var seen = channels.Select(ChannelId.From).Where(sight.MaySee).ToList();
        if (seen.Count == 0)
            return null;

        var since = clock.GetCurrentInstant() - Duration.FromDays(Days);
        var tally = await CountAsync(caller.Organisation, seen, since, cancellation);
        return new Trace(
            TraceWords.Of(tally, Days, texts),
            tally.All > 0 && seen.Count == 1 ? $"inbox?view=all&channel={seen[0]}" : null,
            await LatestAsync(caller.Organisation, seen, since, cancellation));
    }

    private async Task<Tally> CountAsync(OrganisationId us, List<ChannelId> seen, Instant since, CancellationToken cancellation)
    {
        var asked = db.Set<HistoryEvent>()
            .Where(e => e.Organisation == us && e.At >= since && e.Kind == ConversationEventKind.Asked).Select(e => e.Conversation);
        var groups = await db.Set<Conversation>()
            .Where(c => c.Organisation == us && seen.Contains(c.Channel) && c.MergedInto == null && c.State != ConversationState.Gone && asked.Contains(c.Id))
            .GroupBy(c => new { c.Outcome, IsWaiting = c.ClosedAt == null && c.WaitingSince != null })
            .Select(g => new { g.Key.Outcome, g.Key.IsWaiting, Count = g.Count() }).ToListAsync(cancellation);

        int Of(ConversationOutcome outcome) => groups.Where(g => g.Outcome == outcome).Sum(g => g.Count);
        return new Tally(
            groups.Sum(g => g.Count), groups.Where(g => g.IsWaiting).Sum(g => g.Count),
            Of(ConversationOutcome.NoAnswer), Of(ConversationOutcome.Solved), Of(ConversationOutcome.MovedToPrivate));
    }

    private async Task<IReadOnlyList<TracedWords>> LatestAsync(
        OrganisationId us, List<ChannelId> seen, Instant since, CancellationToken cancellation)
    {
        var lately = await (
            from happened in db.Set<HistoryEvent>()
            where happened.Organisation == us && happened.At >= since && happened.Kind == ConversationEventKind.Answered
            join conversation in db.Set<Conversation>() on happened.Conversation equals conversation.Id
            where seen.Contains(conversation.Channel)
            orderby happened.At descending
            select new { conversation.Id, conversation.LastPost }).Take(MostLatest * Spare).ToListAsync(cancellation);
        var asked = await posts.FindAsync([.. lately.Select(c => c.LastPost).Distinct()], cancellation);
        var readable = lately.Where(c => asked.GetValueOrDefault(c.LastPost) is { Erased: null, Post.IsPrivate: false }).Select(c => c.Id).Distinct().ToList();
        var answers = await db.Set<WrittenAnswer>().AsNoTracking()
            .Where(a => readable.Contains(a.Conversation) && a.State == AnswerState.Sent && a.SentAt >= since).ToListAsync(cancellation);
        var latest = answers.OrderByDescending(a => a.SentAt).DistinctBy(a => a.Conversation).Take(MostLatest).ToList();
        var names = await colleagues.FindAsync([.. latest.Select(a => a.By).Distinct()], cancellation);
        return
        [
            .. latest.Select(a => new TracedWords(
                Shortened.Of(a.Text, MostText), names.GetValueOrDefault(a.By)?.Name ?? texts["Somebody"], a.SentAt!.Value, $"inbox/{a.Conversation}")),
        ];
    }
}
