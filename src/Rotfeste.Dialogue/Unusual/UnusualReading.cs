using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Unusual;

/// <summary>The situation that goes on now; null mostly.</summary>
internal sealed class KeptSituations(RowVersions versions, IClock clock)
    : Kept<OrganisationId, UnusualSituation?>(versions, clock, typeof(UnusualSituation));

/// <summary>Reads whether the current organisation is in an unusual situation.</summary>
internal sealed class UnusualReading(AppDb db, KeptSituations kept)
{
    public async Task<UnusualSituation?> NowAsync(CancellationToken cancellation) => db.Current.Value is { } organisation
        ? await kept.GetAsync(db, organisation, async () => await db.Set<UnusualSituation>().AsNoTracking()
            .Where(s => s.EndedAt == null).OrderByDescending(s => s.BeganAt).FirstOrDefaultAsync(cancellation))
        : null;
}

/// <summary>While it goes on, what answers nobody waits; what cannot wait goes out all the same, as always.</summary>
/// <param name="usual">Who says so otherwise.</param>
/// <param name="reading">What goes on.</param>
internal sealed class HeldPublishing(IMayPublish usual, UnusualReading reading) : IMayPublish
{
    public async Task<PublishingSay> AskAsync(ChannelId channel, CancellationToken cancellation) =>
        await reading.NowAsync(cancellation) is { HoldsPublishing: true } now
            ? new PublishingSay(PublishingStand.Waits, "unusual", now.Title, 1)
            : await usual.AskAsync(channel, cancellation);
}
