using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Connections;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Sessions;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Channels.Bluesky;

/// <summary>Gives a channel a new app password, and has what waited for it go on.</summary>
internal sealed class SignInAgain(
    AppDb db, BlueskySignIn signIn, SessionLocks locks, Connecting connecting, SignInRefusals refusals, ChannelPages pages,
    CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    private const int LongestPassword = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/channels/{id:guid}/sign-in", (
            Guid id, [FromForm] string? password, [FromServices] SignInAgain use, CancellationToken cancellation) =>
            use.HandleAsync(new ChannelId(id), password ?? "", cancellation))
        .RequireAuthorization(Access.Lead);

    private async Task<IResult> HandleAsync(ChannelId id, string password, CancellationToken cancellation)
    {
        if (await db.Set<Channel>().FirstOrDefaultAsync(c => c.Id == id && c.Network == Channel.Bluesky && c.DisconnectedAt == null, cancellation) is not { } channel)
            return Results.NotFound();
        if (password.Length is 0 or > LongestPassword)
            return await pages.RefuseAsync(channel, new(SignInRefusals.Password, texts["Check.Password"]), cancellation);

        using var turn = await locks.EnterAsync(id, cancellation);
        var server = new Uri(channel.Server);
        var answer = await signIn.ByAccountAsync(server, channel.Account, password, cancellation);
        if (answer.Account is null)
            return await pages.RefuseAsync(channel, refusals.Of(answer, server.Host, channel.Handle), cancellation);

        await connecting.SignInAgainAsync(channel.Key, answer.Account, answer.Tokens(password), cancellation);
        return Answer.SeeOther(caller.Required.To($"channels/{id}"));
    }
}
