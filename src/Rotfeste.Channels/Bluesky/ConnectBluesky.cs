using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Connections;
using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Channels.Bluesky;

/// <summary>Connects an account: asks its network first, and stores only what the network let in.</summary>
internal sealed class ConnectBluesky(
    AppDb db, BlueskySignIn signIn, Connecting connecting, SignInRefusals refusals, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    private const string UsualServer = "https://bsky.social";
    private const int LongestPassword = 200;

    internal sealed record Input(string Server, string Handle, string Password);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/channels/new", (CurrentCaller caller) =>
                Answer.Page<ConnectBlueskyPage>((nameof(ConnectBlueskyPage.View), new ConnectView(caller.Required.To("channels"), UsualServer, "", []))))
            .RequireAuthorization(Access.Lead);
        routes.MapPost("/channels", (
                [FromServices] ConnectBluesky use, [FromForm] string? server, [FromForm] string? handle, [FromForm] string? password, CancellationToken cancellation) =>
                use.HandleAsync(new Input(server ?? "", handle ?? "", password ?? ""), cancellation))
            .RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Check(input, out var server, out var handle) is { Count: > 0 } wrong)
            return Refuse(input, wrong);

        var answer = await signIn.ByHandleAsync(server, handle, input.Password, cancellation);
        if (answer.Account is null)
            return Refuse(input, [refusals.Of(answer, server.Host, handle.Value)]);

        var known = await db.Set<Channel>().FirstOrDefaultAsync(c => c.Account == answer.Account.Account, cancellation);
        if (known is { IsConnected: true } || !await connecting.StoreAsync(known, answer.Account, answer.Tokens(input.Password), cancellation))
            return Refuse(input, [new(SignInRefusals.Handle, texts["Refused.Connected", handle.Value])]);
        return Answer.SeeOther(caller.Required.To("channels"));
    }

    private List<Refusal> Check(Input input, out Uri server, out Handle handle)
    {
        var wrong = new List<Refusal>();
        if (!Handle.TryParseTyped(input.Handle, out handle))
            wrong.Add(new(SignInRefusals.Handle, texts["Check.Handle"]));
        if (input.Password.Length is 0 or > LongestPassword)
            wrong.Add(new(SignInRefusals.Password, texts["Check.Password"]));
        if (ServerAddress.TryParse(input.Server, out var parsed))
            server = parsed;
        else
            wrong.Add(new(SignInRefusals.Server, texts["Check.Server"]));
        server = parsed!;
        return wrong;
    }

    private IResult Refuse(Input input, IReadOnlyList<Refusal> wrong) => Answer.Refused<ConnectBlueskyPage>(
        (nameof(ConnectBlueskyPage.View), new ConnectView(caller.Required.To("channels"), Bounded(input.Server), Bounded(input.Handle), wrong)));

    private static string Bounded(string typed) => typed.Length <= 500 ? typed : typed[..500];
}
