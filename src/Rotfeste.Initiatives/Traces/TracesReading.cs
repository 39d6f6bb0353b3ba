using Rotfeste.Initiatives.Carriers;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Initiatives.Traces;

/// <summary>What an initiative's accounts led to, as other rooms tell it.</summary>
internal sealed class TracesReading(IEnumerable<TracesOf> slots, IServiceProvider services, CurrentCaller caller)
{
    public async Task<IReadOnlyList<Trace>> ReadAsync(CarriedView carried, CancellationToken cancellation)
    {
        var traces = new List<Trace>();
        if (carried.Channels.Count == 0)
            return traces;

        IReadOnlyCollection<Guid> channels = [.. carried.Channels.Select(c => Guid.Parse(c.Id))];
        foreach (var slot in slots)
        {
            if (await slot.ReadAsync(services, caller.Required, channels, cancellation) is { } trace)
                traces.Add(trace);
        }

        return traces;
    }
}
