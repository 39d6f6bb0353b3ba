using System.Collections.Concurrent;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Live;

namespace Rotfeste.Listening.Mentions;

/// <summary>Tells open pages of new mentions, at most three times a second: a wave must not make every page fetch itself for each post.</summary>
internal sealed class MentionNews(LiveTopics live)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);
    private readonly ConcurrentDictionary<OrganisationId, bool> waiting = new();

    public void Tell(OrganisationId organisation)
    {
        if (waiting.TryAdd(organisation, true))
            _ = AnnounceAsync(organisation);
    }

    private async Task AnnounceAsync(OrganisationId organisation)
    {
        await Task.Delay(Soon);
        waiting.TryRemove(organisation, out _);
        live.Announce(organisation, "mentions");
    }
}
