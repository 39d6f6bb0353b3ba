using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Carriers;

/// <summary>Which accounts an initiative carries.</summary>
internal sealed class CarriedReading(AppDb db, ConnectedChannels channels, InitiativeDoor door, CurrentCaller caller)
{
    public async Task<CarriedView> ReadAsync(Initiative initiative, CancellationToken cancellation)
    {
        var carried = await db.Set<CarriedChannel>().AsNoTracking().ToDictionaryAsync(c => c.Channel, c => c.Initiative, cancellation);
        var all = await channels.AllAsync(cancellation);
        return new CarriedView(
            door.AddressOf(initiative),
            [.. all.Where(c => carried.TryGetValue(c.Id, out var to) && to == initiative.Id).Select(ViewOf)],
            [.. all.Where(c => !carried.ContainsKey(c.Id)).Select(ViewOf)],
            door.MayWrite(initiative));

        CarriedChannelView ViewOf(ChannelCard c) => new(c.Id.ToString(), c.Handle, caller.Required.To($"channels/{c.Id}"));
    }
}
