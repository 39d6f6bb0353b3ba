using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Carriers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Contracts;

/// <summary>What a channel is for.</summary>
/// <param name="Title">The initiative's title.</param>
/// <param name="Path">Where it is, relative to the organisation.</param>
public sealed record ChannelPurpose(string Title, string Path);

/// <summary>Asks what the current organisation's channels are for; whatever goes through a channel can be traced to it.</summary>
public sealed class ChannelPurposes
{
    private readonly AppDb db;
    private readonly KeptPurposes kept;

    internal ChannelPurposes(AppDb db, KeptPurposes kept) => (this.db, this.kept) = (db, kept);

    /// <summary>The initiative that a channel carries; null where it carries none.</summary>
    public async Task<ChannelPurpose?> FindAsync(ChannelId channel, CancellationToken cancellation) =>
        (await kept.GetAsync(db, true, () => ReadAsync(cancellation))).GetValueOrDefault(channel);

    private async Task<IReadOnlyDictionary<ChannelId, ChannelPurpose>> ReadAsync(CancellationToken cancellation)
    {
        var rows = await (
            from carried in db.Set<CarriedChannel>()
            join initiative in db.Set<Initiative>() on carried.Initiative equals initiative.Id
            select new { carried.Channel, initiative.Id, initiative.Title }).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Channel, r => new ChannelPurpose(r.Title, $"initiatives/{r.Id}"));
    }
}
