using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.ByHand;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>The accounts of the organisation as one person may see them.</summary>
/// <param name="Cards">All connected accounts.</param>
/// <param name="Seen">Those whose conversations the person may see and answer, also disconnected ones.</param>
internal sealed record ChannelSight(IReadOnlyDictionary<ChannelId, ChannelCard> Cards, IReadOnlySet<ChannelId> Seen)
{
    /// <summary>The same for all who see the same.</summary>
    public string Key { get; } = string.Join(' ', Seen.Select(c => c.Value).Order());

    public bool MaySee(ChannelId channel) => Seen.Contains(channel);

    public bool MayAnswerFrom(ChannelId channel) => Seen.Contains(channel) && Cards.ContainsKey(channel);

    /// <summary>The card, or null once disconnected.</summary>
    public ChannelCard? CardOf(ChannelId channel) => Cards.GetValueOrDefault(channel);
}

/// <summary>Which accounts a person may use, as units are set; asked once a request.</summary>
internal sealed class UsableChannels(ConnectedChannels channels)
{
    private (PersonId Person, ChannelSight Sight)? known;

    public async Task<ChannelSight> OfAsync(Caller caller, CancellationToken cancellation)
    {
        if (known is { } before && before.Person == caller.Person)
            return before.Sight;

        var cards = (await channels.AllAsync(cancellation)).ToDictionary(c => c.Id);
        // What was said where no account answers is for everybody.
        var seen = (await channels.VisibleToAsync(caller, cancellation)).Append(HandChannel.Id).ToHashSet();
        var sight = new ChannelSight(cards, seen);
        known = (caller.Person, sight);
        return sight;
    }
}
