using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Subjects;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Live;

namespace Rotfeste.Dialogue.Asks;

/// <summary>Asks one who knows, and the next one when the first does not answer; in the caller's unit of work.</summary>
internal sealed class Asking(
    AppDb db, KnowerReading knowers, PlanReading plans, DueWork due, Notify notify, Colleagues colleagues, LiveTopics live, IClock clock)
{
    public static NoticeKind Asked { get; } = NoticeKind.Of<Texts>("ask-asked", "Notice.Asked");

    public static NoticeKind Wanted { get; } = NoticeKind.Of<Texts>("ask-wanted", "Notice.Wanted");

    public static NoticeKind Nobody { get; } = NoticeKind.Of<Texts>("ask-nobody", "Notice.Nobody");

    public async Task AskAsync(Conversation conversation, Knower knower, PersonId by, CancellationToken cancellation)
    {
        var (plan, now) = (await plans.ReadAsync(cancellation), clock.GetCurrentInstant());
        var goesOnAt = plan.Calendar.After(now, plan.AskTime) ?? now + plan.AskTime;
        var ask = Ask.Of(conversation, knower.Person, by, knower.Subject, now, goesOnAt);
        db.Add(ask);
        var job = new GoOnJob(conversation.Organisation, ask.Id);
        await due.ScheduleAsync(job, goesOnAt, job.Key, cancellation);
        await notify.TellAsync(knower.Person, new Notice(Asked.Name, [knower.Subject], $"asks/{ask.Id}", NoticeUrgency.Urgent, KeyOf(ask.Id)), cancellation);
        var person = (await colleagues.FindAsync([knower.Person], cancellation)).GetValueOrDefault(knower.Person);

        // The unit's room in Teams or Slack hears what is wanted, never of whom.
        if (person?.Unit is { } unit)
            await notify.TellUnitAsync(unit, new Notice(Wanted.Name, [knower.Subject], $"asks/{ask.Id}"), cancellation);
        Tell(ask);
    }

    /// <summary>To the next who knows; where there is none, whoever asked is told, without a name.</summary>
    public async Task GoOnAsync(Ask ask, CancellationToken cancellation)
    {
        await notify.TakeBackAsync(KeyOf(ask.Id), cancellation);
        Tell(ask);
        var conversation = await db.Set<Conversation>().Include(c => c.Posts).FirstAsync(c => c.Id == ask.Conversation, cancellation);
        if (!Ask.IsWanted(conversation) || (await knowers.AsksOfAsync(conversation.Id, cancellation)).Any(a => a.Id != ask.Id && a.State == AskState.Open))
            return;

        if (await knowers.ProposeAsync(conversation, ask.By, cancellation) is [var next, ..])
            await AskAsync(conversation, next, ask.By, cancellation);
        else
            await notify.TellAsync(ask.By, new Notice(Nobody.Name, [ask.Subject], $"inbox/{conversation.Id}", Key: $"ask-nobody {conversation.Id}"), cancellation);
    }

    /// <summary>It is answered: nobody is asked any longer.</summary>
    public async Task WasAnsweredAsync(ConversationId conversation, PersonId by, CancellationToken cancellation)
    {
        var open = await db.Set<Ask>().Where(a => a.Conversation == conversation && a.State == AskState.Open).ToListAsync(cancellation);
        foreach (var ask in open)
        {
            ask.End(ask.Asked == by ? AskState.Answered : AskState.NoNeed, clock.GetCurrentInstant());
            await notify.TakeBackAsync(KeyOf(ask.Id), cancellation);
            await due.WithdrawAsync<GoOnJob>(GoOnJob.KeyOf(ask.Id), cancellation);
            Tell(ask);
        }
    }

    /// <summary>Those who have the conversation open see it, once the unit of work is committed.</summary>
    public void Tell(Ask ask) => live.AnnounceAfter(db, ask.Organisation, Topic(ask.Conversation.Value));

    /// <summary>The live topic of what is asked about a conversation.</summary>
    public static string Topic(Guid conversation) => $"asks-{conversation}";

    public static string KeyOf(Guid ask) => $"ask {ask}";
}
