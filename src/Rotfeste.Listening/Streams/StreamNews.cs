using Rotfeste.Listening.Watching;
using Rotfeste.Platform.Live;

namespace Rotfeste.Listening.Streams;

/// <summary>Tells the open pages of all who listen that the stream stands otherwise now.</summary>
internal sealed class StreamNews(WatchKeeper watch, LiveTopics live)
{
    public void Announce()
    {
        foreach (var organisation in watch.Current.Organisations)
            live.Announce(organisation, "mentions");
    }
}
