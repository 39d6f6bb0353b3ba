using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Watching;

/// <summary>An account that was disconnected is ours no longer.</summary>
internal sealed class OnChannelDisconnected(AppDb db, WatchSignal signal) : IOn<ChannelDisconnected>
{
    public Task HandleAsync(IReadOnlyList<ChannelDisconnected> facts, CancellationToken cancellation)
    {
        db.AfterCommit(signal.Set);
        return Task.CompletedTask;
    }
}
