using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks;
using Rotfeste.Networks.Mastodon.Servers;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Channels.Mastodon;

/// <summary>Asks a server whether it is one, has it know us, and shows the way to where a person gives leave.</summary>
internal sealed class BeginSignIn(
    AppDb db, MastodonServers servers, PendingSignIns pending, ServerRefusals refusals, Settings settings, CurrentCaller caller, IClock clock,
    IStringLocalizer<Texts> texts)
{
    private const string ProgramName = "Rotfeste";
    private static readonly Duration Patience = Duration.FromMinutes(10);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/channels/new/mastodon", (CurrentCaller caller) =>
                Answer.Page<ConnectMastodonPage>((nameof(ConnectMastodonPage.View), new ConnectMastodonView(caller.Required.To("channels"), "", []))))
            .RequireAuthorization(Access.Lead);
        routes.MapPost("/channels/mastodon", (
                [FromServices] BeginSignIn use, [FromForm] string? server, [FromForm] Guid? channel, CancellationToken cancellation) =>
                use.HandleAsync(server ?? "", channel is { } id ? new ChannelId(id) : null, cancellation))
            .RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> HandleAsync(string typed, ChannelId? again, CancellationToken cancellation)
    {
        Channel? channel = null;
        if (again is { } id)
        {
            channel = await db.Set<Channel>().AsNoTracking()
                .FirstOrDefaultAsync(c => c.Id == id && c.Network == Channel.Mastodon && c.DisconnectedAt == null, cancellation);
            if (channel is null)
                return Results.NotFound();
        }

        // Whoever writes the whole handle has named the server too.
        var said = channel?.Server ?? typed.Trim()[(typed.Trim().LastIndexOf('@') + 1)..];
        if (!ServerAddress.TryParse(said, out var server))
            return Refuse(typed, new(ServerRefusals.Field, texts["Check.Server"]));

        var client = servers.At(server, out var watch);
        var instance = await client.GetInstance(cancellation);
        if (!instance.IsOk)
            return Refuse(typed, refusals.Of(instance.Failure, server.Host, watch.AddressRefused));

        var redirect = new Uri(settings.Address, caller.Required.To("channels/mastodon/return"));
        var app = await AppAsync(server, redirect, cancellation);
        if (!app.IsOk)
            return Refuse(typed, refusals.Of(app.Failure, server.Host, addressRefused: false));

        var signIn = new PendingSignIn(
            caller.Required.Organisation, caller.Required.Person, server, app.Value, redirect, PendingSignIns.NewSecret(), channel?.Id,
            clock.GetCurrentInstant() + Patience);
        var page = client.AuthorizationPage(app.Value, redirect, pending.Begin(signIn), signIn.Challenge);
        return Answer.Page<GoToServerPage>(
            (nameof(GoToServerPage.View), new GoToServerView(page.AbsoluteUri, server.Authority, channel?.Handle, caller.Required.To("channels"))));
    }

    private async Task<Answer<ServerApp>> AppAsync(Uri server, Uri redirect, CancellationToken cancellation)
    {
        if (pending.AppAt(server, redirect) is { } known)
            return known;
        var app = await servers.At(server).RegisterApp(ProgramName, redirect, settings.Address, cancellation);
        if (app.IsOk)
            pending.Remember(server, redirect, app.Value);
        return app;
    }

    private IResult Refuse(string typed, Refusal wrong) => Answer.Refused<ConnectMastodonPage>(
        (nameof(ConnectMastodonPage.View),
            new ConnectMastodonView(caller.Required.To("channels"), typed.Length <= 500 ? typed : typed[..500], [wrong])));
}
