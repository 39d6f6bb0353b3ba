using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Orders;
using Rotfeste.Channels.Sessions;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Live;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Channels.Connections;

/// <summary>Gives a channel a new app password, and has what waited for it go on.</summary>
internal sealed class SignInAgain(
    AppDb db, AccountSignIn signIn, SessionLocks locks, SignInRefusals refusals, ChannelPages pages, HeldItems held,
    Secrets secrets, LedgerWriter ledger, LiveTopics live, CurrentCaller caller, IClock clock, IStringLocalizer<Texts> texts)
{
    private const int LongestPassword = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/channels/{id:guid}/sign-in", (
            Guid id, [FromForm] string? password, [FromServices] SignInAgain use, CancellationToken cancellation) =>
            use.HandleAsync(new ChannelId(id), password ?? "", cancellation))
        .RequireAuthorization(Access.Lead);

    private async Task<IResult> HandleAsync(ChannelId id, string password, CancellationToken cancellation)
    {
        if (await db.Set<Channel>().FirstOrDefaultAsync(c => c.Id == id && c.DisconnectedAt == null, cancellation) is not { } channel)
            return Results.NotFound();
        if (password.Length is 0 or > LongestPassword)
            return await pages.RefuseAsync(channel, new(SignInRefusals.Password, texts["Check.Password"]), cancellation);

        using var turn = await locks.EnterAsync(id, cancellation);
        var server = new Uri(channel.Server);
        var answer = await signIn.ByAccountAsync(server, channel.Account, password, cancellation);
        if (answer.Account is null)
            return await pages.RefuseAsync(channel, refusals.Of(answer, server.Host, channel.Handle), cancellation);

        await StoreAsync(channel.Key, answer, password, cancellation);
        return Answer.SeeOther(caller.Required.To($"channels/{id}"));
    }

    // Read again: the background marks health on the same row while the network is asked.
    private Task StoreAsync(ChannelKey key, SignInAnswer answer, string password, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        return db.WriteAsync(
            async () =>
            {
                var channel = await db.Set<Channel>().FirstAsync(c => c.Id == key.Channel, cancellation);
                channel.SignIn(answer.Account!, clock.GetCurrentInstant());
                if (await db.Set<ChannelSession>().FirstOrDefaultAsync(s => s.Channel == key.Channel, cancellation) is { } session)
                    session.SignIn(password, answer.Session!, secrets);
                else
                    db.Add(ChannelSession.Of(key, password, answer.Session!, secrets));

                await held.GoOnAsync(key.Channel, cancellation);
                ledger.Write(key.Organisation, "channel-signed-in-again", caller.Required.Person, new { channel = key.Channel });
                live.AnnounceAfter(db, key.Organisation, ChannelTopics.Channels);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
    }
}
