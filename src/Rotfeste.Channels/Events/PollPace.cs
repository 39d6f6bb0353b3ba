namespace Rotfeste.Channels.Events;

/// <summary>When to look at an account again: often while something happens, slower while nothing does.</summary>
internal sealed class PollPace(ChannelSettings settings, TimeProvider time)
{
    private const double Slowing = 1.5;
    private TimeSpan pause = settings.Poll;
    private long? last;

    public bool IsDue => last is not { } at || time.GetElapsedTime(at) >= pause;

    /// <summary>Something has happened there: due at once.</summary>
    public void Wake() => last = null;

    /// <summary>Counts the pause from now.</summary>
    public void Looked(int stored)
    {
        last = time.GetTimestamp();
        pause = stored > 0 ? settings.Poll : pause * Slowing < settings.SlowestPoll ? pause * Slowing : settings.SlowestPoll;
    }
}

/// <summary>The paces of all channels.</summary>
internal sealed class PollPaces(ChannelSettings settings, TimeProvider time)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Contracts.ChannelId, PollPace> paces = new();

    public PollPace Of(Contracts.ChannelId channel) => paces.GetOrAdd(channel, _ => new PollPace(settings, time));
}
