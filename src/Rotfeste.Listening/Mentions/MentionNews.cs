using System.Collections.Concurrent;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Live;

namespace Rotfeste.Listening.Mentions;

/// <summary>Tells open pages of new mentions, and of names that were learned later, at most three times a second: a wave must not make every page fetch itself for each post.</summary>
internal sealed class MentionNews(LiveTopics live)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);
    private readonly ConcurrentDictionary<(OrganisationId, string), bool> waiting = new();

    public void Tell(OrganisationId organisation) => TellOf(organisation, "mentions");

    /// <summary>Authors that stood without a name have one now, in whatever list they stand.</summary>
    public void TellNames(OrganisationId organisation) => TellOf(organisation, "names");

    private void TellOf(OrganisationId organisation, string topic)
    {
        if (waiting.TryAdd((organisation, topic), true))
            _ = AnnounceAsync(organisation, topic);
    }

    private async Task AnnounceAsync(OrganisationId organisation, string topic)
    {
        await Task.Delay(Soon);
        waiting.TryRemove((organisation, topic), out _);
        live.Announce(organisation, topic);
    }
}
