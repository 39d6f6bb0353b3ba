using System.Collections.Concurrent;
using System.Threading.Channels;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Live;

/// <summary>
/// Tells open pages that something changed: a topic's name, never its content. Pages fetch what they may see.
/// </summary>
public sealed class LiveTopics
{
    private readonly ConcurrentDictionary<Channel<string>, OrganisationId> listeners = new();

    /// <summary>Somebody has a page open, in any organisation.</summary>
    public bool AnybodyListens => !listeners.IsEmpty;

    /// <summary>Announces a topic ("inbox", "conversation-…") once the unit of work is committed.</summary>
    public void AnnounceAfter(AppDb db, OrganisationId organisation, string topic) =>
        db.AfterCommit(() => Announce(organisation, topic));

    /// <summary>Announces a topic now.</summary>
    public void Announce(OrganisationId organisation, string topic)
    {
        foreach (var (channel, listening) in listeners)
        {
            if (listening == organisation)
                channel.Writer.TryWrite(topic);
        }
    }

    /// <summary>Topics as they are announced. A page that cannot keep up loses repeats, and is told to refetch all.</summary>
    public LiveListener Listen(OrganisationId organisation)
    {
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners[channel] = organisation;
        return new LiveListener(channel.Reader, () => listeners.TryRemove(channel, out _));
    }
}

/// <summary>An open page's ear; dispose to stop listening.</summary>
public sealed class LiveListener(ChannelReader<string> topics, Action stop) : IDisposable
{
    /// <summary>Topics, oldest first.</summary>
    public ChannelReader<string> Topics { get; } = topics;

    /// <inheritdoc/>
    public void Dispose() => stop();
}
