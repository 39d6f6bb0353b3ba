using NodaTime;
using Rotfeste.Analysis.Calendars;

namespace Rotfeste.Analysis.Targets;

/// <summary>
/// Response times worked out from stored events alone, so that the same events always give the same times:
/// <list type="bullet">
/// <item>A question starts a time unless one is running: who writes twice does not wait anew. It is the first answer until we have
/// answered once, then the next.</item>
/// <item>Any answer ends it, on whatever channel; a second answer changes nothing. An answer exactly when due is in time.</item>
/// <item>Answering late is late also when it has been answered since: every question keeps its own row.</item>
/// <item>Handing over and snoozing change no time; answering and snoozing in one step is answering.</item>
/// <item>Closing ends both times. A question closed without an answer is late if it was overdue by then, else neither met nor missed.</item>
/// <item>Reopening, or a question to a closed conversation, starts a closing time anew; what was met stays met. A question that was closed
/// unanswered waits again from the reopening on.</item>
/// <item>The closing time is paused from our answer to their next question.</item>
/// <item>Merging: the target keeps the longer waiting question with its start, and the earlier start of the closing time; the times of the
/// absorbed one end as moved. An answer given in one before the merge answered nothing in the other.</item>
/// <item>Splitting: a question that goes along keeps its start. A new closing time starts with it, or at the split.</item>
/// <item>Deleting ends everything as withdrawn; what was overdue by then is late.</item>
/// </list>
/// </summary>
public static class ResponseTimes
{
    /// <summary>All times of the conversations in the events, in the order in which they started.</summary>
    /// <param name="events">In any order; those of one instant as they are given. Of several conversations where they merged or split.</param>
    /// <param name="targets">What is aimed at.</param>
    /// <param name="calendar">What business time is.</param>
    /// <param name="now">The moment of looking; events after it are not seen.</param>
    public static IReadOnlyList<TargetTime> Of(
        IEnumerable<ConversationEvent> events, ResponseTargets targets, BusinessCalendar calendar, Instant now)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(calendar);
        var conversations = new Dictionary<Guid, Clocks>();
        var clocks = new List<Clock>();
        Clocks Of(Guid id)
        {
            if (!conversations.TryGetValue(id, out var found))
                conversations[id] = found = new(id, clocks.Add);
            return found;
        }

        foreach (var happened in events.Where(e => e.At <= now).OrderBy(e => e.At))
        {
            if (happened.Kind is ConversationEventKind.Merged or ConversationEventKind.Split or ConversationEventKind.SplitWithQuestion)
                Of(happened.Conversation).Reshape(happened, Of(happened.Other));
            else
                Of(happened.Conversation).Take(happened);
        }

        return [.. clocks.Select(c => Time(c, targets.Of(c.Kind), calendar, now)).OrderBy(t => t.Started)];
    }

    private static TargetTime Time(Clock clock, Duration? aim, BusinessCalendar calendar, Instant now)
    {
        var end = clock.Ended ?? now;
        List<Interval> pauses = [.. clock.Pauses];
        if (clock.PausedSince is { } since)
            pauses.Add(new(since, clock.Ended is { } ended ? Instant.Max(since, ended) : null));
        var elapsed = calendar.Between(clock.Started, end, pauses);
        var paused = pauses.Aggregate(Duration.Zero, (sum, p) => sum + ((p.HasEnd ? p.End : Instant.Max(now, p.Start)) - p.Start));
        return new(
            clock.Conversation, clock.Kind, clock.Started, clock.Ended, clock.End, elapsed, paused,
            aim is { } time ? calendar.After(clock.Started, time, pauses) : null, elapsed > aim);
    }
}
