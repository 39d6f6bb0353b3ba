namespace Rotfeste.Tests.Networks.Journeys;

/// <summary>Anger, a private number and an answer for everybody, on the network of the reference servers.</summary>
[Collection<ReferenceNetworkCollection>]
public sealed class HardTalkJourney(ReferenceNetwork network, Browser.Browsing.Browser browser) : IClassFixture<Browser.Browsing.Browser>
{
    [NetworkFact]
    public async Task Criticism_is_met_openly_a_number_of_a_person_is_caught_both_ways_and_an_answer_is_made_everybodys()
    {
        await network.Proxy.Reset();
        var us = await network.CreateAccount(ReferenceNetwork.NewHandle("fjordvik"), "Fjordvik kommune");
        var them = await network.CreateAccount(ReferenceNetwork.NewHandle("ola"), HardTalk.Name);
        await using var scene = await KnowerScene.StartAsync(browser, ProductSettings.On(network));
        try
        {
            await scene.PrepareAsync(async kari =>
                await kari.ConnectAsync(network.At.Proxy, us.Handle, await network.CreateAppPassword(us.Handle, "rotfeste")));
            await new HardTalk(scene, browser, new Stranger(
                async words => (await network.Post(new NewPost(them.Handle, $"@{us.Handle} {words}") { Mentions = [us.Handle] })).Uri,
                async uri => [.. (await network.Replies(uri)).Select(r => r.Value.GetProperty("text").GetString()!)])).WalkAsync();
        }
        catch
        {
            await scene.Kari.LeaveTraceAsync("hard-talk");
            throw;
        }
    }
}
