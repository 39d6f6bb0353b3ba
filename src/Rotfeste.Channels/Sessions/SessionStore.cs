using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Channels.Accounts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;

namespace Rotfeste.Channels.Sessions;

/// <summary>A channel that is signed in: where it is called, as whom, with what.</summary>
internal sealed record OpenSession(Uri Server, string Account, HeldTokens Tokens);

/// <summary>Reads and keeps sessions in units of work of their own: a new token must be stored whatever its caller comes to.</summary>
internal sealed class SessionStore(IServiceScopeFactory scopes, Secrets secrets)
{
    /// <summary>Null when the channel is not connected or its secrets cannot be opened.</summary>
    public async Task<OpenSession?> FindAsync(ChannelKey key, CancellationToken cancellation)
    {
        await using var scope = Enter(key);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var row = await db.Set<ChannelSession>().AsNoTracking().FirstOrDefaultAsync(s => s.Channel == key.Channel, cancellation);
        var channel = await db.Set<Channel>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == key.Channel, cancellation);
        return channel is { IsConnected: true } && row?.Open(secrets) is { } tokens
            ? new OpenSession(new Uri(channel.Server), channel.Account, tokens)
            : null;
    }

    /// <summary>Keeps a renewed session; through to the disk, for the token before it is spent.</summary>
    public async Task KeepAsync(ChannelKey key, string access, string refresh)
    {
        await using var scope = Enter(key);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.MustOutliveAPowerFailure();
        if (await db.Set<ChannelSession>().FirstOrDefaultAsync(s => s.Channel == key.Channel) is not { } row)
            return;

        row.Keep(access, refresh, secrets);
        await db.SaveChangesAsync();
    }

    private AsyncServiceScope Enter(ChannelKey key)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Choose(key.Organisation);
        return scope;
    }
}
