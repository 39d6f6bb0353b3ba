using System.Net;
using AngleSharp.Html.Dom;
using Rotfeste.Tests.Networks.Faults;

namespace Rotfeste.Tests.Networks.Mastodon;

/// <summary>A Mastodon server that is gone for three days.</summary>
[Collection<MastodonCollection>]
public sealed class LongOutageAtMastodonTests(MastodonServer server)
{
    [MastodonFact]
    public async Task After_three_days_what_came_meanwhile_is_there_once_and_what_waited_is_sent_once()
    {
        await server.Proxy.Reset();
        var us = await server.CreateAccountAsync(MastodonServer.NewName("fjordvik"), "Fjordvik kommune");
        var them = await server.CreateAccountAsync(MastodonServer.NewName("ola"), "Ola Nordmann");
        await using var outage = await LongOutage.StartAsync(kari => ConnectAsync(kari, us));

        // Its own accounts write to each other on the same way: only we are kept out.
        await outage.WalkAsync(
            new Journeys.Stranger(
                async words => (await server.SayAsync(them.Name, $"@{us.Name} {words}")).Id,
                async id => [.. (await server.RepliesAsync(id, us.Name)).Select(r => r.Content)]),
            () => server.Proxy.Add(Fault.Break() with { Path = "/api/" }),
            server.Proxy.Reset);
    }

    // The server sends a person back to the address that the installation says it has; here that is another port.
    private async Task ConnectAsync(Visitor kari, MastodonAccount us)
    {
        var begun = await kari.SendAsync(
            await kari.OpenAsync("/fjordvik/channels/new/mastodon"), "/fjordvik/channels/mastodon", ("server", server.At.Server));
        var login = await kari.OpenAsync(begun.Document.QuerySelector("#go")!.GetAttribute("href")!);
        var form = login.Document.Forms[0];
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
        (fields["login"], fields["passwd"]) = (us.Name, us.Password);
        using var content = new FormUrlEncodedContent(fields);
        using var back = await kari.Http.PostAsync(form.GetAttribute("action"), content);
        var seen = await kari.OpenAsync(back.Headers.Location.ShouldNotBeNull().PathAndQuery);
        seen.Status.ShouldBe(HttpStatusCode.OK, seen.Text);
        seen.Text.ShouldContain(us.Name);
    }
}
