using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Events;
using Rotfeste.Channels.Orders;

namespace Rotfeste.Channels.Protocols;

/// <summary>What is asked of a network, through an account of ours. One a network, in its own folder, registered under the network's name.</summary>
internal interface INetwork
{
    /// <summary>Takes in one page of what the network told the account, with its mark, in one transaction.</summary>
    Task<Look> TakeInAsync(ChannelKey channel, CancellationToken cancellation);

    /// <summary>Forgets how far it was taken in, with the caller's save: the account is disconnected.</summary>
    Task ForgetAsync(ChannelId channel, CancellationToken cancellation);

    /// <summary>
    /// One try at sending. The exact request is stored before the first; where an earlier try may have reached the network, it looks
    /// before it sends again.
    /// </summary>
    Task<SendVerdict> TryAsync(Channel channel, Item item, CancellationToken cancellation);

    /// <summary>What is new in a public list; null when the network does not answer, or has no such lists.</summary>
    Task<TimelinePage?> ReadTimelineAsync(Channel channel, string? tag, string? above, CancellationToken cancellation);

    /// <summary>The thread round a post; null when the network did not answer, and the channel's health says why.</summary>
    Task<ThreadAnswer?> ReadThreadAsync(ChannelKey channel, string postUri, CancellationToken cancellation);
}
