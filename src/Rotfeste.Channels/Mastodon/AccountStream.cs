using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Events;
using Rotfeste.Channels.Sessions;
using Rotfeste.Networks;
using Rotfeste.Networks.Mastodon.Statuses;
using Rotfeste.Networks.Mastodon.Streams;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Live;

namespace Rotfeste.Channels.Mastodon;

/// <summary>One account's stream, opened again whenever it breaks, and left alone for an hour where there is none.</summary>
internal sealed partial class AccountStream(
    IServiceScopeFactory scopes, MastodonServers servers, SessionStore store, PollPaces paces, LiveTopics live, IClock clock, TimeProvider time,
    ILogger<AccountStream> log)
{
    private static readonly TimeSpan WithoutStream = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    public async Task KeepAsync(ChannelKey key, CancellationToken cancellation)
    {
        var rest = FirstRest;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var isLacking = await ListenAsync(key, () => rest = FirstRest, cancellation) is { Kind: FailureKind.NotFound or FailureKind.Refused or FailureKind.NotJson };
                if (isLacking)
                    await LearnAsync(key, isLacking: true, cancellation);
                rest = isLacking ? WithoutStream : rest * 2 < LongestRest ? rest * 2 : LongestRest;
                await Task.Delay(rest, time, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception thrown)
            {
                LogThrown(thrown, key.Channel);
                return;
            }
        }
    }

    private async Task<Failure> ListenAsync(ChannelKey key, Action opened, CancellationToken cancellation)
    {
        if (await store.FindAsync(key, cancellation) is not { } held)
            return new Failure(FailureKind.TokenRevoked);

        var client = servers.At(held.Server);
        var instance = await client.GetInstance(cancellation);

        // The token goes over no weaker a line than the server's own.
        var streaming = instance.Value?.Streaming is { } named && named.Scheme == held.Server.Scheme ? named : null;
        var isOpen = false;
        var failure = await client.ListenToUser(
            streaming,
            held.Tokens.Access,
            () =>
            {
                isOpen = true;
                opened();
            },
            note => HearAsync(key, held.Server, note, cancellation),
            cancellation);
        if (isOpen)
            await LearnAsync(key, isLacking: false, cancellation);

        // What happened while nobody listened.
        paces.Of(key.Channel).Wake();
        return failure;
    }

    private async Task HearAsync(ChannelKey key, Uri server, StreamNote note, CancellationToken cancellation)
    {
        if (note.Kind is StreamNoteKind.Deleted or StreamNoteKind.Edited)
            await MarkAsync(key, server, note, cancellation);
        if (note.Kind is StreamNoteKind.Notification or StreamNoteKind.Deleted or StreamNoteKind.Edited)
            paces.Of(key.Channel).Wake();
    }

    private async Task MarkAsync(ChannelKey key, Uri server, StreamNote note, CancellationToken cancellation)
    {
        var id = note.Kind == StreamNoteKind.Deleted ? note.Payload : Status.TryParse(note.Payload, out var status) ? status.Id : null;
        if (!Status.IsId(id))
            return;

        var (address, now) = (StatusAddress.Of(server, id), clock.GetCurrentInstant());
        await InAsync(key, async db =>
        {
            foreach (var row in await db.Set<RawEvent>().Where(e => e.Channel == key.Channel && e.PostUri == address && e.ErasedAt == null).ToListAsync(cancellation))
                row.LookAgain(now);
        });
    }

    private Task LearnAsync(ChannelKey key, bool isLacking, CancellationToken cancellation) => InAsync(key, async db =>
    {
        if (await db.Set<Channel>().FirstOrDefaultAsync(c => c.Id == key.Channel, cancellation) is not { } channel)
            return;
        channel.Learn(LackedThings.Streaming, isLacking);
        if (db.ChangeTracker.HasChanges())
            live.AnnounceAfter(db, key.Organisation, ChannelTopics.Channels);
    });

    private async Task InAsync(ChannelKey key, Func<AppDb, Task> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Choose(key.Organisation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        try
        {
            await db.WriteAsync(
                async () =>
                {
                    await change(db);
                    await db.SaveChangesAsync();
                },
                CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody changed the row in the same moment; the next time does it.
        }
    }

    [LoggerMessage(LogLevel.Error, "The stream of channel {Channel} threw")]
    private partial void LogThrown(Exception exception, ChannelId channel);
}
