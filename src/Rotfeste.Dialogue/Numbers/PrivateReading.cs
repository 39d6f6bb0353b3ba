using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;

namespace Rotfeste.Dialogue.Numbers;

/// <summary>Rules that every list asks for.</summary>
internal sealed class KeptPrivateRules(RowVersions versions, IClock clock)
    : Kept<OrganisationId, PrivateRules>(versions, clock, typeof(PrivateSettings), typeof(FalseAlarm));

/// <summary>Until when people see what is hidden; null for those who have not asked.</summary>
internal sealed class KeptSights(RowVersions versions, IClock clock)
    : Kept<(ConversationId Conversation, PersonId Person), Instant?>(versions, clock, typeof(NumberSight));

/// <summary>Reads what is private in the current organisation, and who has asked to see it.</summary>
internal sealed class PrivateReading(AppDb db, MasterKey master, KeptPrivateRules kept, KeptSights sights, CurrentCaller caller, IClock clock)
{
    private const int MostAlarms = 20_000;

    public async Task<PrivateRules> RulesAsync(CancellationToken cancellation)
    {
        var organisation = db.Current.Value ?? throw new InvalidOperationException("What is private belongs to an organisation.");
        return await kept.GetAsync(db, organisation, () => FreshAsync(organisation, cancellation));
    }

    /// <summary>What a person sees of an open conversation.</summary>
    public async Task<ThreadSight> SightAsync(Conversation conversation, PersonId person, CancellationToken cancellation)
    {
        // Shown on purpose is shown to a person who looks, never to a program.
        if (caller.Value is { IsProgram: true })
            return new ThreadSight(await RulesAsync(cancellation), conversation.Id, null);

        var until = await sights.GetAsync(db, (conversation.Id, person), async () => (await db.Set<NumberSight>().AsNoTracking()
            .FirstOrDefaultAsync(s => s.Conversation == conversation.Id && s.Person == person, cancellation))?.Until);
        return new ThreadSight(await RulesAsync(cancellation), conversation.Id, until > clock.GetCurrentInstant() ? until : null);
    }

    private async Task<PrivateRules> FreshAsync(OrganisationId organisation, CancellationToken cancellation)
    {
        var settings = await db.Set<PrivateSettings>().AsNoTracking().FirstOrDefaultAsync(cancellation);
        var alarms = await db.Set<FalseAlarm>().AsNoTracking().OrderByDescending(a => a.At).Take(MostAlarms)
            .Select(a => new { a.Conversation, a.Code }).ToListAsync(cancellation);
        return new PrivateRules(
            master.KeyFor($"private-numbers {organisation}"), settings?.SafePlace ?? "", new OwnNumbers(settings?.Own ?? ""),
            alarms.Select(a => (a.Conversation, a.Code)).ToHashSet());
    }
}
