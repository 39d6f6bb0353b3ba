using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Watching;

/// <summary>Own accounts are watched for as soon as they are connected.</summary>
internal sealed class OnChannelConnected(AppDb db, WatchSignal signal) : IOn<ChannelConnected>
{
    public Task HandleAsync(IReadOnlyList<ChannelConnected> facts, CancellationToken cancellation)
    {
        db.AfterCommit(signal.Set);
        return Task.CompletedTask;
    }
}
