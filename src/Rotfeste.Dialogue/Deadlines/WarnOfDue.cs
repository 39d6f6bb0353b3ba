using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>
/// Tells people before something is late: whoever has it, or, while nobody has it, those who may answer from its account. All that is
/// urgent by then is told of in one notice to each, so that a wave does not become a wave of notices.
/// </summary>
internal sealed class WarnOfDue(
    AppDb db, PlanReading plans, Notify notify, ChannelPeople people, Changes changes, IClock clock) : IDo<WarnOfDueJob>
{
    private const int Most = 1_000;

    public static NoticeKind One { get; } = NoticeKind.Of<Texts>("conversation-due", "Notice.One");

    public static NoticeKind Several { get; } = NoticeKind.Of<Texts>("conversations-due", "Notice.Several");

    public static bool IsOutside => false;

    public async Task<DueOutcome> DoAsync(WarnOfDueJob job, DueTry attempt, CancellationToken cancellation)
    {
        var plan = await plans.ReadAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var (from, until) = (ConversationPlace.OfDue(now), ConversationPlace.OfDue(plan.UrgentBefore(now)));
        var urgent = await db.Set<Conversation>()
            .Where(c => c.Place >= from && c.Place <= until && c.Place < ConversationPlace.EndOfWaiting && (c.WarnedOf == null || c.WarnedOf != c.DueAt))
            .OrderBy(c => c.Place).Take(Most).ToListAsync(cancellation);
        foreach (var (person, own) in await ByPersonAsync(urgent, cancellation))
            await TellAsync(person, own, plan, cancellation);
        foreach (var conversation in urgent)
        {
            conversation.WasWarned();
            changes.Tell(conversation);
        }

        await db.SaveChangesAsync(cancellation);
        return DueOutcome.Done;
    }

    private async Task<Dictionary<PersonId, List<Conversation>>> ByPersonAsync(List<Conversation> urgent, CancellationToken cancellation)
    {
        var each = new Dictionary<PersonId, List<Conversation>>();
        foreach (var channel in urgent.Where(c => c.TakenBy is null).GroupBy(c => c.Channel))
        {
            foreach (var person in await people.WhoMayAnswerAsync(channel.Key, cancellation))
                Of(person).AddRange(channel);
        }

        foreach (var conversation in urgent)
        {
            if (conversation.TakenBy is { } taker)
                Of(taker).Add(conversation);
        }

        return each;

        List<Conversation> Of(PersonId person) => each.TryGetValue(person, out var own) ? own : each[person] = [];
    }

    private Task TellAsync(PersonId person, List<Conversation> own, Plan plan, CancellationToken cancellation)
    {
        var first = own.Min(c => c.DueAt) ?? default;
        var time = first.InZone(plan.Calendar.Zone).ToString("HH.mm", CultureInfo.InvariantCulture);
        var notice = own.Count == 1
            ? new Notice(One.Name, [time], $"inbox/{own[0].Id}", NoticeUrgency.Urgent, $"due-{own[0].Id}")
            : new Notice(Several.Name, [own.Count.ToString(CultureInfo.InvariantCulture), time], "inbox", NoticeUrgency.Urgent, "due-several");
        return notify.TellAsync(person, notice, cancellation);
    }
}
