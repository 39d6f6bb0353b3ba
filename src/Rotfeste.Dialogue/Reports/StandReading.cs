using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Listings;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Reports;

/// <summary>How long what waits now has waited, and what came of what was closed.</summary>
internal sealed class StandReading(InboxQuery inbox, IStringLocalizer<Texts> texts, IClock clock)
{
    // Upper ends; what is older has none.
    private static readonly IReadOnlyList<Duration> Steps =
        [Duration.FromHours(4), Duration.FromDays(1), Duration.FromDays(3), Duration.FromDays(7)];

    public static int AgeCount => Steps.Count + 1;

    public async Task<IReadOnlyList<PartView>> AgesAsync(Caller caller, ChannelSight sight, CancellationToken cancellation)
    {
        var parts = new List<PartView>();
        for (var age = 0; age < AgeCount; age++)
            parts.Add(new(texts[$"Age.{age}"], await Waiting(age, caller, sight).CountAsync(cancellation), $"age={age}"));
        return parts;
    }

    public async Task<IReadOnlyList<PartView>> OutcomesAsync(ReportPeriod period, Caller caller, ChannelSight sight, CancellationToken cancellation)
    {
        var counts = await ClosedIn(period, caller, sight).GroupBy(c => c.Outcome).Select(g => new { Outcome = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return [.. Enum.GetValues<ConversationOutcome>().Select(o => new PartView(
            texts[$"Outcome.{o}"], counts.Find(c => c.Outcome == o)?.Count ?? 0, $"outcome={o}"))];
    }

    /// <summary>What waits for us now, put off or not, within an age.</summary>
    public IQueryable<Conversation> Waiting(int age, Caller caller, ChannelSight sight)
    {
        var now = clock.GetCurrentInstant();
        var newest = now - (age == 0 ? Duration.Zero : Steps[age - 1]);
        var oldest = age < Steps.Count ? now - Steps[age] : Instant.FromUnixTimeTicks(0);
        return inbox.Seen(caller, sight).Where(c =>
            c.Place < ConversationPlace.EndOfSnoozed && c.WaitingSince != null && c.WaitingSince > oldest && c.WaitingSince <= newest);
    }

    public IQueryable<Conversation> Closed(ConversationOutcome outcome, ReportPeriod period, Caller caller, ChannelSight sight) =>
        ClosedIn(period, caller, sight).Where(c => c.Outcome == outcome);

    private IQueryable<Conversation> ClosedIn(ReportPeriod period, Caller caller, ChannelSight sight)
    {
        var (first, last) = (ConversationPlace.Of(ConversationState.Closed, period.End), ConversationPlace.Of(ConversationState.Closed, period.Start));
        return inbox.Seen(caller, sight).Where(c => c.Place > first && c.Place <= last);
    }
}
