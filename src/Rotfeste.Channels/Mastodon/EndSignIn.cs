using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Connections;
using Rotfeste.Channels.Posts;
using Rotfeste.Channels.Sessions;
using Rotfeste.Networks;
using Rotfeste.Networks.Mastodon.Accounts;
using Rotfeste.Networks.Mastodon.Servers;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Channels.Mastodon;

/// <summary>
/// The person comes back from the server. A browser that merely follows a link changes nothing: only the state that this person was given
/// a moment ago, and once, leads further.
/// </summary>
internal sealed class EndSignIn(
    AppDb db, MastodonServers servers, PendingSignIns pending, Connecting connecting, ServerRefusals refusals, CurrentCaller caller,
    IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/channels/mastodon/return", (
            string? code, string? state, [FromServices] EndSignIn use, CancellationToken cancellation) => use.HandleAsync(code, state, cancellation))
        .RequireAuthorization(Access.Lead);

    private async Task<IResult> HandleAsync(string? code, string? state, CancellationToken cancellation)
    {
        if (pending.End(state, caller.Required) is not { } signIn)
            return Refuse("", texts["Refused.TooLate"]);
        if (string.IsNullOrEmpty(code))
            return Refuse(signIn.Server.Authority, texts["Refused.NoLeave", signIn.Server.Authority]);

        var client = servers.At(signIn.Server);
        var token = await client.BuyToken(signIn.App, signIn.Redirect, code, signIn.Verifier, cancellation);
        if (!token.IsOk)
            return Refuse(signIn, token.Failure);
        var account = await client.VerifyCredentials(token.Value.Value, cancellation);
        if (!account.IsOk)
            return Refuse(signIn, account.Failure);

        var instance = await client.GetInstance(cancellation);
        return await StoreAsync(signIn, Describe(signIn.Server, account.Value, instance.Value), token.Value, cancellation);
    }

    private async Task<IResult> StoreAsync(PendingSignIn signIn, SignedInAccount account, AccessToken token, CancellationToken cancellation)
    {
        var tokens = new HeldTokens($"{signIn.App.ClientId} {signIn.App.ClientSecret}", token.Value, "");
        var known = await db.Set<Channel>().FirstOrDefaultAsync(c => c.Network == Channel.Mastodon && c.Account == account.Account, cancellation);
        if (signIn.Channel is { } again)
        {
            if (known is not { IsConnected: true } || known.Id != again)
                return Refuse(signIn.Server.Authority, texts["Refused.AnotherAccount", account.Handle]);
            await connecting.SignInAgainAsync(known.Key, account, tokens, cancellation);
            return Answer.SeeOther(caller.Required.To($"channels/{again}"));
        }

        if (known is { IsConnected: true } || !await connecting.StoreAsync(known, account, tokens, cancellation))
            return Refuse(signIn.Server.Authority, texts["Refused.Connected", account.Handle]);
        return Answer.SeeOther(caller.Required.To("channels"));
    }

    private static SignedInAccount Describe(Uri server, Account account, Instance? instance) => new(
        server, account.Url.ToString(), account.HandleAt(instance?.Domain ?? server.Authority), IncomingText.Line(account.DisplayName ?? ""))
    {
        Network = Channel.Mastodon,
        Limits = instance is null ? null : new(instance.MostLetters, instance.LettersPerLink, instance.LongestAltText),
    };

    private IResult Refuse(PendingSignIn signIn, Failure failure)
    {
        // The server may have forgotten us: next time it is asked anew.
        if (failure.Kind == FailureKind.SignInRefused)
            pending.Forget(signIn.Server, signIn.Redirect);
        var refusal = refusals.Of(failure, signIn.Server.Host, addressRefused: false);
        return Show(signIn.Server.Authority, refusal);
    }

    private IResult Refuse(string server, string words) => Show(server, new Refusal(ServerRefusals.Field, words));

    private IResult Show(string server, Refusal refusal) => Answer.Refused<ConnectMastodonPage>(
        (nameof(ConnectMastodonPage.View), new ConnectMastodonView(caller.Required.To("channels"), server, [refusal])));
}
