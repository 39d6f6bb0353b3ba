using System.Net;

namespace Rotfeste.Tests.Networks.Faults;

/// <summary>A data server that is gone for three days.</summary>
[Collection<ReferenceNetworkCollection>]
public sealed class LongOutageTests(ReferenceNetwork network)
{
    [NetworkFact]
    public async Task After_three_days_what_came_meanwhile_is_there_once_and_what_waited_is_sent_once()
    {
        await network.Proxy.Reset();
        var us = await network.CreateAccount(ReferenceNetwork.NewHandle("fjordvik"), "Fjordvik kommune");
        var them = await network.CreateAccount(ReferenceNetwork.NewHandle("ola"), "Ola Nordmann");
        var password = await network.CreateAppPassword(us.Handle, "rotfeste");
        await using var outage = await LongOutage.StartAsync(async kari =>
        {
            var seen = await kari.SendAsync(
                await kari.OpenAsync("/fjordvik/channels/new"), "/fjordvik/channels", ("server", network.At.Proxy), ("handle", us.Handle), ("password", password));
            seen.Status.ShouldBe(HttpStatusCode.OK, seen.Text);
        });
        await outage.WalkAsync(
            new Journeys.Stranger(
                async words => (await network.Post(new NewPost(them.Handle, $"@{us.Handle} {words}") { Mentions = [us.Handle] })).Uri,
                async uri => [.. (await network.Replies(uri)).Select(r => r.Value.GetProperty("text").GetString()!)]),
            network.Proxy.Stop,
            network.Proxy.Start);
    }
}
