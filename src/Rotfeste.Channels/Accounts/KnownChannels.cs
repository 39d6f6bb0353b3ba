using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Accounts;

/// <summary>All channels of an organisation, disconnected ones too, and the units chosen for them. Only looked at, never changed.</summary>
internal sealed record ChannelRows(IReadOnlyList<Channel> Channels, IReadOnlyList<ChannelUnit> Units);

/// <summary>The channels in memory.</summary>
internal sealed class KeptChannels(RowVersions versions, IClock clock)
    : Kept<bool, ChannelRows>(versions, clock, typeof(Channel), typeof(ChannelUnit));

/// <summary>The current organisation's channels for screens, which ask for them on every page.</summary>
internal sealed class KnownChannels(AppDb db, KeptChannels kept)
{
    public ValueTask<ChannelRows> AllAsync(CancellationToken cancellation) =>
        kept.GetAsync(db, true, async () => new ChannelRows(
            await db.Set<Channel>().AsNoTracking().ToListAsync(cancellation),
            await db.Set<ChannelUnit>().AsNoTracking().ToListAsync(cancellation)));
}
