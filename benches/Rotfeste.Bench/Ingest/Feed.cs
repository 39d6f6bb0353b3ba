using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace Rotfeste.Bench.Ingest;

/// <summary>Sends events at a fixed rate, whether or not the listener keeps up: what is late is late on our clock.</summary>
internal sealed class Feed(WebSocket socket, EventMix mix, Expected expected)
{
    /// <summary>Longest time that an event stood waiting to be sent because the one before did not go: the listener's backlog.</summary>
    public TimeSpan WorstLag { get; private set; }

    public long Sent { get; private set; }

    public TimeSpan Took { get; private set; }

    public async Task RunAsync(int perSecond, TimeSpan length)
    {
        var all = (long)(perSecond * length.TotalSeconds);
        var began = DateTime.UtcNow;
        var watch = Stopwatch.StartNew();
        while (Sent < all)
        {
            var due = Math.Min(all, (long)(watch.Elapsed.TotalSeconds * perSecond));
            if (Sent >= due)
            {
                await Task.Delay(1);
                continue;
            }

            var lag = watch.Elapsed - TimeSpan.FromSeconds((double)Sent / perSecond);
            if (lag > WorstLag)
                WorstLag = lag;
            await SendAsync(mix.Next(), began + TimeSpan.FromSeconds((double)Sent / perSecond));
            Sent++;
        }

        Took = watch.Elapsed;
    }

    private async ValueTask SendAsync(Sending next, DateTime planned)
    {
        if (next.Kind != Expectation.Nothing)
            expected.Add(next.Kind, $"at://did:plc:{Encoding.ASCII.GetString(next.Author)}/app.bsky.feed.post/{Encoding.ASCII.GetString(next.Key)}", planned);
        await socket.SendAsync(next.Frame.With(next.Author, next.Key, planned), WebSocketMessageType.Text, true, default);
    }
}
