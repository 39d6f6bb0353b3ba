using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Harassment;

/// <summary>Conversations whose words are covered: few, and asked for by every list.</summary>
internal sealed class KeptCovered(RowVersions versions, IClock clock)
    : Kept<OrganisationId, IReadOnlySet<ConversationId>>(versions, clock, typeof(HarassmentReport));

/// <summary>Reads which conversations' words are covered.</summary>
internal sealed class CoveredReading(AppDb db, KeptCovered kept)
{
    public async Task<IReadOnlySet<ConversationId>> AllAsync(CancellationToken cancellation)
    {
        var organisation = db.Current.Value ?? throw new InvalidOperationException("What is covered belongs to an organisation.");
        return await kept.GetAsync(db, organisation, async () =>
            (await db.Set<HarassmentReport>().AsNoTracking().Where(r => r.IsCovered).Select(r => r.Conversation).Distinct().ToListAsync(cancellation)).ToHashSet());
    }
}
