namespace Rotfeste.Channels.Events;

/// <summary>When to look at an account again: often while something happens, slower while nothing does.</summary>
internal sealed class PollPace(ChannelSettings settings, TimeProvider time)
{
    private const double Slowing = 1.5;
    private TimeSpan pause = settings.Poll;
    private long? last;

    public bool IsDue => last is not { } at || time.GetElapsedTime(at) >= pause;

    /// <summary>Counts the pause from now.</summary>
    public void Looked(int stored)
    {
        last = time.GetTimestamp();
        pause = stored > 0 ? settings.Poll : pause * Slowing < settings.SlowestPoll ? pause * Slowing : settings.SlowestPoll;
    }
}
