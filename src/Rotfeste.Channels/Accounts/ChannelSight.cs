using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Accounts;

/// <summary>Who sees and answers which channel: the units chosen for it and those under them; all where none was chosen.</summary>
internal sealed class ChannelSight(AppDb db, KnownChannels known, OrganisationUnits units)
{
    /// <summary>The channels that a member may see and answer. Who runs the channels sees all.</summary>
    public async Task<IReadOnlySet<ChannelId>> OfAsync(Caller member, CancellationToken cancellation)
    {
        var rows = await known.AllAsync(cancellation);
        var all = rows.Channels.Select(c => c.Id);
        if (member.May.Contains(Access.Lead))
            return all.ToHashSet();

        if (rows.Units.Count == 0)
            return all.ToHashSet();

        var own = await units.AboveAsync(member.Person, cancellation);
        return Seen(all, rows.Units, own);
    }

    /// <summary>All units, with those that were chosen for a channel.</summary>
    public async Task<IReadOnlyList<UnitChoice>> UnitsAsync(ChannelId channel, CancellationToken cancellation)
    {
        var chosen = await db.Set<ChannelUnit>().Where(u => u.Channel == channel).Select(u => u.Unit).ToHashSetAsync(cancellation);
        return [.. (await units.AllAsync(cancellation)).Select(u => new UnitChoice(u.Id.ToString(), u.Name, chosen.Contains(u.Id)))];
    }

    /// <summary>The rule itself.</summary>
    /// <param name="all">Every channel.</param>
    /// <param name="chosen">Units chosen for channels.</param>
    /// <param name="own">The member's unit and those it belongs to.</param>
    internal static HashSet<ChannelId> Seen(IEnumerable<ChannelId> all, IReadOnlyCollection<ChannelUnit> chosen, IReadOnlyCollection<UnitId> own)
    {
        var byChannel = chosen.ToLookup(u => u.Channel, u => u.Unit);
        return [.. all.Where(c => !byChannel.Contains(c) || byChannel[c].Any(own.Contains))];
    }
}
