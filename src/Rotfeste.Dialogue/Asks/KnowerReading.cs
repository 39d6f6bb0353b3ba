using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Subjects;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Asks;

/// <summary>What people say that they know.</summary>
internal sealed class KeptKnowings(RowVersions versions, IClock clock)
    : Kept<OrganisationId, IReadOnlyList<Knowing>>(versions, clock, typeof(Knowing));

/// <summary>How much people are asked.</summary>
internal sealed class KeptLoads(RowVersions versions, IClock clock)
    : Kept<OrganisationId, IReadOnlyDictionary<PersonId, AskLoad>>(versions, clock, typeof(Ask));

/// <summary>Who was asked about a conversation, first to last.</summary>
internal sealed class KeptAsks(RowVersions versions, IClock clock)
    : Kept<ConversationId, IReadOnlyList<Ask>>(versions, clock, typeof(Ask));

/// <summary>Finds those who may know what a conversation is about.</summary>
internal sealed class KnowerReading(
    AppDb db, KeptKnowings knowings, KeptLoads loads, KeptAsks asks, AskedPost asked, LabelReading labels, PlanReading plans, Colleagues colleagues, IClock clock)
{
    // Longer ago than that says nothing about whose turn it is.
    private static readonly Duration Memory = Duration.FromDays(60);

    public async Task<IReadOnlyList<Ask>> AsksOfAsync(ConversationId conversation, CancellationToken cancellation) =>
        await asks.GetAsync(db, conversation, async () =>
            await db.Set<Ask>().AsNoTracking().Where(a => a.Conversation == conversation).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(cancellation));

    /// <summary>At most three who are still here and have not been asked about it; without whoever asks.</summary>
    public async Task<IReadOnlyList<Knower>> ProposeAsync(Conversation conversation, PersonId by, CancellationToken cancellation)
    {
        var people = await knowings.GetAsync(db, conversation.Organisation, async () =>
            await db.Set<Knowing>().AsNoTracking().Where(k => k.Lines != "").ToListAsync(cancellation));
        if (people.Count == 0 || await asked.OfAsync(conversation, cancellation) is not { } question)
            return [];

        var own = await labels.OfAsync([conversation.Id], cancellation);
        var before = (await AsksOfAsync(conversation.Id, cancellation)).Select(a => a.Asked).Append(by).ToHashSet();
        var words = string.Join(' ', own[conversation.Id].Select(l => l.Name).Prepend(question.Text));
        var today = await TodayAsync(cancellation);
        var members = await colleagues.FindAsync([.. people.Select(k => k.Person)], cancellation);
        var here = people.Where(k => members.GetValueOrDefault(k.Person) is { IsActive: true });
        return WhoKnows.Of(words, here, await LoadsAsync(conversation.Organisation, today, cancellation), before, today.Date);
    }

    /// <summary>How many questions a person has now.</summary>
    public async Task<int> CountAsync(Caller person, CancellationToken cancellation) =>
        (await LoadsAsync(person.Organisation, await TodayAsync(cancellation), cancellation)).GetValueOrDefault(person.Person).Open;

    private async Task<ZonedDateTime> TodayAsync(CancellationToken cancellation) =>
        clock.GetCurrentInstant().InZone((await plans.ReadAsync(cancellation)).Calendar.Zone);

    private async Task<IReadOnlyDictionary<PersonId, AskLoad>> LoadsAsync(OrganisationId organisation, ZonedDateTime now, CancellationToken cancellation)
    {
        var (since, morning) = (now.ToInstant() - Memory, now.Zone.AtStartOfDay(now.Date).ToInstant());
        return await loads.GetAsync(db, organisation, async () =>
        {
            var rows = await db.Set<Ask>().AsNoTracking().Where(a => a.Organisation == organisation && a.At >= since)
                .Select(a => new { a.Asked, a.At, a.State, a.EndedAt }).ToListAsync(cancellation);
            return rows.GroupBy(a => a.Asked).ToDictionary(g => g.Key, g => new AskLoad(
                g.Count(a => a.State == AskState.Open), g.Max(a => a.At), g.Any(a => a.State == AskState.NotNow && a.EndedAt >= morning)));
        });
    }
}
