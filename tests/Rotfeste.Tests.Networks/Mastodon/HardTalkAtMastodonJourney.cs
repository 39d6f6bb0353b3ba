using Rotfeste.Tests.Networks.Journeys;

namespace Rotfeste.Tests.Networks.Mastodon;

/// <summary>Anger, a private number and an answer for everybody, at a Mastodon server.</summary>
[Collection<MastodonCollection>]
public sealed class HardTalkAtMastodonJourney(MastodonServer server, Browser.Browsing.Browser browser) : IClassFixture<Browser.Browsing.Browser>
{
    [MastodonFact]
    public async Task Criticism_is_met_openly_a_number_of_a_person_is_caught_both_ways_and_an_answer_is_made_everybodys()
    {
        await server.Proxy.Reset();
        var us = await server.CreateAccountAsync(MastodonServer.NewName("fjordvik"), "Fjordvik kommune");
        var them = await server.CreateAccountAsync(MastodonServer.NewName("ola"), HardTalk.Name);
        await using var scene = await KnowerScene.StartAsync(browser, ProductSettings.Alone());
        try
        {
            await scene.PrepareAsync(kari => kari.ConnectMastodonAsync(server.At.Server, us.Name, us.Password));
            await new HardTalk(scene, browser, new Stranger(
                async words => (await server.SayAsync(them.Name, $"@{us.Name} {words}")).Id,
                async id => [.. (await server.RepliesAsync(id, us.Name)).Select(r => r.Content)])).WalkAsync();
        }
        catch
        {
            await scene.Kari.LeaveTraceAsync("hard-talk-mastodon");
            throw;
        }
    }
}
